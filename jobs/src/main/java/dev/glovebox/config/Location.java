package dev.glovebox.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A folder or object in some store, as scheme, authority and path; the path is plain text, not
 * percent-encoded, begins with a slash and ends without one.
 *
 * @param scheme lower case: {@code file}, {@code s3a}
 * @param authority the bucket of an object store; empty for {@code file}
 */
public record Location(String scheme, String authority, String path) {

  private static final Pattern WITH_SCHEME =
      Pattern.compile("(?<scheme>[A-Za-z][A-Za-z0-9+.-]+):(?<rest>.*)", Pattern.DOTALL);
  private static final Pattern HIERARCHICAL =
      Pattern.compile("//(?<authority>[^/]*)(?<path>/.*)?", Pattern.DOTALL);
  private static final Pattern GLOB = Pattern.compile("[*?\\[\\]{}]");

  /** Checks what it is given. */
  public Location {
    if (authority.contains("@")) {
      throw new IllegalArgumentException(
          "names a user or a secret before its bucket; give credentials by reference instead");
    }
    if (GLOB.matcher(path).find()) {
      throw new IllegalArgumentException(
          "holds one of * ? [ ] { }, which stores read as a pattern; name one folder");
    }
  }

  /**
   * Reads a URI or a path.
   *
   * @param text a URI, or a path, which is relative to {@code folder} unless it is absolute
   * @throws IllegalArgumentException if no location can be read from it; the message omits the text
   */
  public static Location parse(String text, Path folder) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("is empty; give a URI or a path");
    }
    Matcher matcher = WITH_SCHEME.matcher(text);
    if (!matcher.matches()) {
      return ofFile(folder.resolve(text));
    }
    String scheme = matcher.group("scheme").toLowerCase(Locale.ROOT);
    return scheme.equals("file")
        ? file(decoded(text), folder)
        : remote(scheme, decoded(text).substring(scheme.length() + 1));
  }

  /** A folder or file of this machine. */
  public static Location ofFile(Path path) {
    return new Location("file", "", trimmed(path.toAbsolutePath().normalize().toString()));
  }

  /** What lies at {@code child}, a relative path with slashes, in this folder. */
  public Location resolve(String child) {
    return new Location(scheme, authority, trimmed(path) + "/" + child);
  }

  /** Whether this is a path of this machine. */
  public boolean isFile() {
    return scheme.equals("file");
  }

  /** The path of a location of this machine; empty for any other. */
  public Optional<Path> file() {
    return isFile() ? Optional.of(Path.of(path.isEmpty() ? "/" : path)) : Optional.empty();
  }

  /** Whether the other is this, or lies in it. */
  public boolean covers(Location other) {
    return scheme.equals(other.scheme)
        && authority.equals(other.authority)
        && (other.path + "/").startsWith(path + "/");
  }

  /** What Hadoop's {@code Path} and Spark's readers take: not percent-encoded. */
  public String text() {
    String shown = path.isEmpty() ? "/" : path;
    return isFile() ? "file:" + shown : scheme + "://" + authority + shown;
  }

  @Override
  public String toString() {
    return text();
  }

  private static Location file(String decoded, Path folder) {
    String rest = decoded.substring("file:".length());
    Matcher matcher = HIERARCHICAL.matcher(rest);
    if (!matcher.matches()) {
      return ofFile(folder.resolve(rest));
    }
    if (!matcher.group("authority").isEmpty() || matcher.group("path") == null) {
      throw new IllegalArgumentException(
          "has a host after file:// where a folder is expected; write file:///folder");
    }
    return ofFile(Path.of(matcher.group("path")));
  }

  private static Location remote(String scheme, String rest) {
    Matcher matcher = HIERARCHICAL.matcher(rest);
    if (!matcher.matches() || matcher.group("authority").isEmpty()) {
      throw new IllegalArgumentException("names no bucket; write " + scheme + "://bucket/folder");
    }
    String path = matcher.group("path") == null ? "" : matcher.group("path");
    return new Location(scheme, matcher.group("authority"), trimmed(path));
  }

  /** Percent-encoding is undone in what is a URI; anything else, a blank in it say, is as meant. */
  private static String decoded(String text) {
    try {
      URI uri = new URI(text);
      if (uri.isOpaque() || uri.getRawQuery() != null || uri.getRawFragment() != null) {
        return text;
      }
      String authority = uri.getRawAuthority() == null ? "" : "//" + uri.getRawAuthority();
      return uri.getScheme() + ":" + authority + uri.getPath();
    } catch (URISyntaxException notEncoded) {
      return text;
    }
  }

  private static String trimmed(String path) {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }
}
