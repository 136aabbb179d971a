package dev.glovebox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real S3 server for a test class: S3Proxy as its own process, on a free port of the loopback
 * interface, with one bucket of a name of its own.
 *
 * <pre>{@code
 * @RegisterExtension static final S3ProxyServer SERVER = S3ProxyServer.onDirectory();
 * }</pre>
 */
public final class S3ProxyServer implements S3Server, BeforeAllCallback, AfterAllCallback {
  private static final String IDENTITY = "local-identity";
  private static final String CREDENTIAL = "local-credential";
  private static final int STARTS = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private enum Backend {
    DIRECTORY("filesystem-nio2"),
    MEMORY("transient-nio2");

    private final String provider;

    Backend(String provider) {
      this.provider = provider;
    }
  }

  private final Backend backend;
  private final String authorization;
  private Path folder;
  private Process process;
  private URI endpoint;
  private String bucket;

  private S3ProxyServer(Backend backend, String authorization) {
    this.backend = backend;
    this.authorization = authorization;
  }

  /** Keeps its objects as files in a temporary folder. */
  public static S3ProxyServer onDirectory() {
    return new S3ProxyServer(Backend.DIRECTORY, "aws-v2-or-v4");
  }

  /** As {@link #onDirectory}, and takes requests that were changed after they were signed. */
  public static S3ProxyServer withoutAuthorization() {
    return new S3ProxyServer(Backend.DIRECTORY, "none");
  }

  /** Keeps its objects in its own memory. */
  public static S3ProxyServer inMemory() {
    return new S3ProxyServer(Backend.MEMORY, "aws-v2-or-v4");
  }

  @Override
  public S3ProxyServer start() throws IOException, InterruptedException {
    folder = Files.createTempDirectory("glovebox-s3-");
    Files.createDirectory(folder.resolve("objects"));
    for (int attempt = 1; !launched(); attempt++) {
      if (attempt == STARTS) {
        throw new IllegalStateException("S3Proxy did not start:\n" + log());
      }
    }
    bucket = "glovebox-" + Long.toHexString(System.nanoTime());
    TestBuckets.make(this, bucket);
    return this;
  }

  @Override
  public URI endpoint() {
    return endpoint;
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
  public void beforeAll(ExtensionContext context) throws IOException, InterruptedException {
    start();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    close();
  }

  /** Ends the process and removes its folder. */
  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
      process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }
    FileUtils.deleteQuietly(folder.toFile());
  }

  // Another process may take the free port in between: then this is tried again with the next.
  private boolean launched() throws IOException, InterruptedException {
    endpoint = URI.create("http://127.0.0.1:" + freePort());
    process =
        new ProcessBuilder(command(properties()))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("s3proxy.log").toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return answers();
  }

  private static List<String> command(Path properties) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx512m",
        "-jar",
        jar().toString(),
        "--properties",
        properties.toString());
  }

  private static Path jar() {
    Path jar =
        Path.of(System.getProperty("glovebox.test.s3proxy", "target/test-server/s3proxy.jar"));
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException(
          "S3Proxy's jar is not there: " + jar + ". Run the build once (./mvnw test-compile).");
    }
    return jar;
  }

  private Path properties() throws IOException {
    return Files.write(
        folder.resolve("s3proxy.properties"),
        List.of(
            "s3proxy.endpoint=" + endpoint,
            "s3proxy.authorization=" + authorization,
            "s3proxy.identity=" + IDENTITY,
            "s3proxy.credential=" + CREDENTIAL,
            "jclouds.provider=" + backend.provider,
            "jclouds.identity=" + IDENTITY,
            "jclouds.credential=" + CREDENTIAL,
            "jclouds.filesystem.basedir=" + folder.resolve("objects")),
        StandardCharsets.UTF_8);
  }

  private boolean answers() throws InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request = HttpRequest.newBuilder(endpoint).timeout(Duration.ofSeconds(5)).build();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (process.isAlive() && System.nanoTime() < end) {
      try {
        client.send(request, HttpResponse.BodyHandlers.discarding());
        return process.isAlive();
      } catch (IOException e) {
        process.waitFor(100, TimeUnit.MILLISECONDS);
      }
    }
    process.destroyForcibly();
    return false;
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("s3proxy.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
