package dev.glovebox.delivery.page;

import dev.glovebox.delivery.page.PageFacts.PackageFile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The files of the package; a folder of many alike is one line. */
final class FilesView {

  private static final int ALIKE = 3;

  /** A file, or many alike. */
  public record FileRow(
      String path, String href, String count, String what, String rows, String size) {}

  private final Telling telling;

  FilesView(Telling telling) {
    this.telling = telling;
  }

  List<FileRow> files() {
    Map<String, List<PackageFile>> alike =
        telling.facts().files().stream()
            .collect(
                Collectors.groupingBy(
                    file -> folder(file.path()) + "*." + ending(file.path()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return alike.entrySet().stream()
        .flatMap(
            each ->
                each.getValue().size() >= ALIKE && isMonthly(each.getValue())
                    ? List.of(many(each.getKey(), each.getValue())).stream()
                    : each.getValue().stream().map(this::one))
        .toList();
  }

  private static boolean isMonthly(List<PackageFile> files) {
    return files.stream().allMatch(file -> name(file.path()).matches("\\d{4}-\\d{2}.*"));
  }

  private FileRow one(PackageFile file) {
    return new FileRow(
        file.path(),
        encoded(file.path()),
        "",
        what(file.path()),
        file.rows().map(telling.figures()::count).orElse(""),
        telling.figures().bytes(file.bytes()));
  }

  private FileRow many(String pattern, List<PackageFile> files) {
    Optional<Long> rows =
        files.stream().map(PackageFile::rows).flatMap(Optional::stream).reduce(Long::sum);
    return new FileRow(
        pattern,
        encoded(folder(pattern)),
        telling.text("files.count", files.size()),
        what(files.get(0).path()),
        rows.map(telling.figures()::count).orElse(""),
        telling.figures().bytes(files.stream().mapToLong(PackageFile::bytes).sum()));
  }

  private String what(String path) {
    Wording words = telling.words();
    String subject = subject(path);
    String table = words.optional("table." + subject).orElse(subject);
    String kind = path.contains("gcj02") ? ending(path) + ".gcj02" : ending(path);
    return words
        .optional("file." + name(path))
        .or(() -> words.optional("file." + kind, table))
        .orElseGet(() -> words.text("file.other"));
  }

  /** The table that a file holds: its folder's name below data, or its own. */
  private static String subject(String path) {
    String folder = folder(path).replaceFirst("^data/", "").replace("/", "");
    return folder.isEmpty() ? name(path).split("\\.", 2)[0] : folder;
  }

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String ending(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private static String encoded(String path) {
    return Arrays.stream(path.split("/", -1))
        .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
        .collect(Collectors.joining("/"));
  }
}
