package dev.glovebox;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;

/**
 * A store behind a bad network: stands between a client and an HTTP server on the loopback
 * interface, and does to each request what a plan says.
 */
public final class FaultyStore implements AutoCloseable {

  /** What happens to one request. */
  public enum Fault {
    /** It is answered as the server does. */
    NONE,
    /** Answered 500, not handed on. */
    INTERNAL_ERROR,
    /** Answered 503, not handed on. */
    SLOW_DOWN,
    /** Answered 404, not handed on: the object went after it was listed. */
    VANISHED,
    /** The connection is cut before the server hears of it. */
    CUT_BEFORE,
    /** The server does as asked, and the connection is cut before its answer. */
    ANSWER_LOST,
    /** The connection is cut in the middle of the answer's body, or before an answer without. */
    CUT_AMID,
    /** The connection is cut in the middle of the answer's head. */
    CUT_IN_HEAD,
    /** The answer comes a few bytes at a time. */
    SLOW_BYTES
  }

  /** Decides over requests, from several threads. */
  @FunctionalInterface
  public interface Plan {
    /**
     * The fate of the next request.
     *
     * @param path with the query
     */
    Fault of(String method, String path);
  }

  private static final int PIECES = 8;
  private static final long PAUSE_MILLIS = 20;

  private final URI store;
  private final ServerSocket socket;
  private final Map<Fault, Integer> done = new EnumMap<>(Fault.class);
  private volatile Plan plan = (method, path) -> Fault.NONE;

  /** Stands in front of a server from now on, and lets all pass. */
  public FaultyStore(URI store) throws IOException {
    this.store = store;
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start("faulty-store", this::accept);
  }

  /** Where it is asked instead of the server. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  /** What happens to requests from now on. */
  public void follow(Plan next) {
    plan = next;
  }

  /** Lets all pass from now on. */
  public void heal() {
    follow((method, path) -> Fault.NONE);
  }

  /** How often each fate has befallen requests. */
  public synchronized Map<Fault, Integer> done() {
    return new EnumMap<>(done);
  }

  /** How many requests have come. */
  public synchronized int requests() {
    return done.values().stream().mapToInt(Integer::intValue).sum();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = socket.accept();
        start("faulty-store-connection", () -> serve(client));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private static void start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void serve(Socket connection) {
    try (Socket client = connection) {
      InputStream in = new BufferedInputStream(client.getInputStream());
      OutputStream out = client.getOutputStream();
      boolean lives = true;
      while (lives) {
        HttpMessage request = HttpMessage.request(in, out);
        lives = request != null && answer(request, out);
      }
    } catch (IOException gone) {
      // Either side hung up, as happens in a bad network.
    }
  }

  /** False when the connection is to be cut. */
  private boolean answer(HttpMessage request, OutputStream out) throws IOException {
    Fault fault = plan.of(request.method(), request.path());
    count(fault);
    switch (fault) {
      case INTERNAL_ERROR -> refuse(request, "500 Internal Server Error", "InternalError", out);
      case SLOW_DOWN -> refuse(request, "503 Slow Down", "SlowDown", out);
      case VANISHED -> refuse(request, "404 Not Found", "NoSuchKey", out);
      case CUT_BEFORE -> {
        return false;
      }
      case ANSWER_LOST -> {
        handOn(request);
        return false;
      }
      case CUT_AMID -> {
        out.write(handOn(request).cutInBody());
        return false;
      }
      case CUT_IN_HEAD -> {
        out.write(handOn(request).cutInHead());
        return false;
      }
      case SLOW_BYTES -> dribble(handOn(request).bytes(), out);
      case NONE -> out.write(handOn(request).bytes());
    }
    return true;
  }

  private synchronized void count(Fault fault) {
    done.merge(fault, 1, Integer::sum);
  }

  private HttpMessage handOn(HttpMessage request) throws IOException {
    try (Socket server = new Socket(store.getHost(), store.getPort())) {
      server.getOutputStream().write(request.bytes());
      return HttpMessage.response(
          new BufferedInputStream(server.getInputStream()), request.method());
    }
  }

  private static void refuse(HttpMessage request, String status, String code, OutputStream out)
      throws IOException {
    String text = "<Error><Code>" + code + "</Code><Message>planned</Message></Error>";
    out.write(HttpMessage.answer(status, text, request.method()).bytes());
  }

  private static void dribble(byte[] bytes, OutputStream out) throws IOException {
    int piece = bytes.length / PIECES + 1;
    for (int start = 0; start < bytes.length; start += piece) {
      out.write(bytes, start, Math.min(piece, bytes.length - start));
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException interrupted) {
      throw new UncheckedIOException(new IOException(interrupted));
    }
  }
}
