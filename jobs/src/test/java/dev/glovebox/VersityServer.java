package dev.glovebox;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.FileUtils;

/**
 * The Versity S3 gateway over a temporary folder: a second implementation of S3, in Go, that shares
 * no code with S3Proxy. Its program is not a library of this build: the property {@code
 * glovebox.test.versitygw} names it.
 */
public final class VersityServer implements S3Server {
  private static final String IDENTITY = "local-identity";
  private static final String CREDENTIAL = "local-credential";
  private static final long PATIENCE_SECONDS = 60;

  private final Path program;
  private Path folder;
  private Process process;
  private int port;
  private String bucket;

  private VersityServer(Path program) {
    this.program = program;
  }

  /** The server, where its program is on this machine. */
  public static Optional<VersityServer> installed() {
    return Optional.ofNullable(System.getProperty("glovebox.test.versitygw"))
        .map(Path::of)
        .filter(Files::isExecutable)
        .map(VersityServer::new);
  }

  @Override
  public VersityServer start() throws IOException, InterruptedException {
    folder = Files.createTempDirectory("glovebox-versity-");
    Files.createDirectory(folder.resolve("objects"));
    Files.createDirectory(folder.resolve("attributes"));
    port = S3ProxyServer.freePort();
    process =
        new ProcessBuilder(command())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("versitygw.log").toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    awaitPort();
    bucket = "glovebox-" + Long.toHexString(System.nanoTime());
    TestBuckets.make(this, bucket);
    return this;
  }

  @Override
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public String location() {
    return "s3a://" + bucket;
  }

  @Override
  public String identity() {
    return IDENTITY;
  }

  @Override
  public String credential() {
    return CREDENTIAL;
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    FileUtils.deleteQuietly(folder.toFile());
  }

  private List<String> command() {
    return List.of(
        program.toString(),
        "--access",
        IDENTITY,
        "--secret",
        CREDENTIAL,
        "--region",
        "us-east-1",
        "--port",
        "127.0.0.1:" + port,
        "posix",
        "--sidecar",
        folder.resolve("attributes").toString(),
        folder.resolve("objects").toString());
  }

  private void awaitPort() throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (process.isAlive() && System.nanoTime() < end) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (ConnectException notYet) {
        process.waitFor(100, TimeUnit.MILLISECONDS);
      }
    }
    throw new IllegalStateException(
        "versitygw did not start:\n" + Files.readString(folder.resolve("versitygw.log")));
  }
}
