package dev.glovebox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A request or an answer of HTTP/1.1 as it goes over the wire, whole. */
record HttpMessage(String head, byte[] body) {

  private static final String BLANK = "\r\n\r\n";

  /**
   * The next request of a connection; null when the client hung up. A client that asks whether it
   * may send the body is told yes.
   */
  static HttpMessage request(InputStream in, OutputStream out) throws IOException {
    String head = head(in);
    if (head == null) {
      return null;
    }
    HttpMessage asked = new HttpMessage(head, new byte[0]);
    if (asked.header("expect").isPresent()) {
      out.write(("HTTP/1.1 100 Continue" + BLANK).getBytes(ISO_8859_1));
      out.flush();
    }
    return new HttpMessage(asked.without("expect"), asked.readBody(in));
  }

  /** The answer to a request. */
  static HttpMessage response(InputStream in, String method) throws IOException {
    String head = head(in);
    if (head == null) {
      throw new EOFException("The server hung up.");
    }
    HttpMessage answer = new HttpMessage(head, new byte[0]);
    boolean bodiless = method.equals("HEAD") || head.matches("(?s)HTTP/1.1 (204|304).*");
    return bodiless ? answer : new HttpMessage(head, answer.readBody(in));
  }

  /** An answer of XML. */
  static HttpMessage answer(String status, String xml, String method) {
    byte[] body = method.equals("HEAD") ? new byte[0] : xml.getBytes(ISO_8859_1);
    String head =
        "HTTP/1.1 %s\r\nContent-Type: application/xml\r\nContent-Length: %d%s"
            .formatted(status, body.length, BLANK);
    return new HttpMessage(head, body);
  }

  String method() {
    return head.substring(0, head.indexOf(' '));
  }

  /** Readable, with the query. */
  String path() {
    return URLDecoder.decode(head.split(" ", 3)[1], UTF_8);
  }

  byte[] bytes() {
    byte[] start = head.getBytes(ISO_8859_1);
    byte[] whole = Arrays.copyOf(start, start.length + body.length);
    System.arraycopy(body, 0, whole, start.length, body.length);
    return whole;
  }

  /** The head with half of the body; nothing of a message without a body. */
  byte[] cutInBody() {
    return body.length == 0
        ? new byte[0]
        : new HttpMessage(head, Arrays.copyOf(body, body.length / 2)).bytes();
  }

  /** The first line and a part of another. */
  byte[] cutInHead() {
    int cut = head.indexOf('\n') + 5;
    return head.substring(0, Math.min(cut, head.length())).getBytes(ISO_8859_1);
  }

  private Optional<String> header(String name) {
    return head.lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst();
  }

  private String without(String name) {
    return head.lines()
            .filter(
                line -> !line.isEmpty() && !line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
            .collect(Collectors.joining("\r\n"))
        + BLANK;
  }

  private byte[] readBody(InputStream in) throws IOException {
    if (header("transfer-encoding").filter("chunked"::equalsIgnoreCase).isPresent()) {
      return chunks(in);
    }
    int length = Integer.parseInt(header("content-length").orElse("0"));
    return exactly(in, length);
  }

  /** With their sizes, as they came. */
  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    int size;
    do {
      String line = line(in);
      size = Integer.parseInt(line.split(";", 2)[0].strip(), 16);
      all.writeBytes(line.getBytes(ISO_8859_1));
      all.writeBytes(exactly(in, size));
      all.writeBytes(exactly(in, 2));
    } while (size > 0);
    return all.toByteArray();
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith(BLANK)) {
      String line = line(in);
      if (line.isEmpty()) {
        return null;
      }
      head.append(line);
    }
    return head.toString();
  }

  /** Up to its end, which is part of it; empty where the stream ends. */
  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    int next = in.read();
    while (next >= 0) {
      line.append((char) next);
      if (next == '\n') {
        return line.toString();
      }
      next = in.read();
    }
    return "";
  }

  private static byte[] exactly(InputStream in, int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException("The other side hung up.");
    }
    return bytes;
  }
}
