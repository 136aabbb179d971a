package dev.glovebox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands between a client and a real S3 server, on a port of its own, and treats every request as a
 * test says. One request a connection; bodies are held whole.
 */
public final class S3Between implements AutoCloseable {

  /** What becomes of a request. */
  @FunctionalInterface
  public interface Treatment {

    /** The answer as it goes to the client; nothing to cut its connection. */
    byte[] treat(Request request, Server server) throws IOException;
  }

  /** The server behind. */
  @FunctionalInterface
  public interface Server {

    /** Sends a request and waits for its whole answer. */
    byte[] send(Request request) throws IOException;
  }

  /**
   * A request as it was sent.
   *
   * @param line such as {@code PUT /bucket/key HTTP/1.1}
   */
  public record Request(String line, List<String> headers, byte[] body) {

    /** Whether it creates an object below a path. */
    public boolean isPut() {
      return line.startsWith("PUT ");
    }

    /** Path and query. */
    public String target() {
      return line.split(" ", 3)[1];
    }

    /** The value of a header. */
    public Optional<String> header(String name) {
      return headers.stream()
          .filter(header -> isNamed(header, name))
          .map(header -> header.substring(name.length() + 1).strip())
          .findFirst();
    }

    /** Whether an object is to be created only where none is. */
    public boolean isConditional() {
      return isPut() && header("If-None-Match").isPresent();
    }

    /** The same without a header. */
    public Request without(String name) {
      return new Request(
          line, headers.stream().filter(header -> !isNamed(header, name)).toList(), body);
    }

    private static boolean isNamed(String header, String name) {
      return header.regionMatches(true, 0, name + ":", 0, name.length() + 1);
    }
  }

  private final URI server;
  private final Treatment treatment;
  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newCachedThreadPool(S3Between::daemon);

  private S3Between(URI server, Treatment treatment) throws IOException {
    this.server = server;
    this.treatment = treatment;
    this.socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
  }

  /** Opens the way to a server. */
  public static S3Between of(S3Server server, Treatment treatment) throws IOException {
    S3Between between = new S3Between(server.endpoint(), treatment);
    between.threads.execute(between::accept);
    return between;
  }

  /** Where clients find it. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  /** An answer of S3 that tells of an error. */
  public static byte[] error(int status, String code) {
    String body =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>" + code + "</Code></Error>";
    return ("HTTP/1.1 "
            + status
            + " "
            + code
            + "\r\nContent-Type: application/xml\r\nConnection: close\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body)
        .getBytes(US_ASCII);
  }

  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        threads.execute(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      Request request = read(client);
      client.getOutputStream().write(treatment.treat(request, this::send));
    } catch (EOFException | SocketException gone) {
      // A client that opened a connection and did not use it, or the end of the test.
    } catch (IOException failed) {
      throw new IllegalStateException("The server behind did not answer.", failed);
    }
  }

  private static Request read(Socket client) throws IOException {
    InputStream in = new BufferedInputStream(client.getInputStream());
    String line = line(in);
    List<String> headers = new ArrayList<>();
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      headers.add(header);
    }
    Request head = new Request(line, headers, new byte[0]);
    if (head.header("Expect").isPresent()) {
      client.getOutputStream().write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(US_ASCII));
    }
    int length = head.header("Content-Length").map(Integer::parseInt).orElse(0);
    Request whole = new Request(line, headers, in.readNBytes(length));
    return whole.without("Expect").without("Connection");
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException();
      }
      line.write(next);
    }
    return line.toString(ISO_8859_1).stripTrailing();
  }

  private byte[] send(Request request) throws IOException {
    String head = request.line() + "\r\n" + String.join("\r\n", request.headers());
    try (Socket behind = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
      behind.getOutputStream().write((head + "\r\nConnection: close\r\n\r\n").getBytes(ISO_8859_1));
      behind.getOutputStream().write(request.body());
      return behind.getInputStream().readAllBytes();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "s3-between");
    thread.setDaemon(true);
    return thread;
  }
}
