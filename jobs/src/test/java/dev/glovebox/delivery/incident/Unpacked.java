package dev.glovebox.delivery.incident;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.glovebox.config.ConfigReader;
import dev.glovebox.config.Sources;
import dev.glovebox.store.Keys;
import dev.glovebox.store.SigningKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The files of a package, by their path in its folder. */
record Unpacked(Map<String, byte[]> files) {

  static Unpacked of(byte[] zip, String folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName().substring(folder.length() + 1), in.readAllBytes());
      }
    }
    return new Unpacked(files);
  }

  String text(String path) {
    return new String(files.get(path), UTF_8);
  }

  /** The rows of a table, by column. */
  List<Map<String, String>> rows(String path) throws IOException {
    String text = text(path);
    if (text.charAt(0) != '\uFEFF') {
      throw new IOException(path + " begins without its mark");
    }
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var csv = format.parse(new StringReader(text.substring(1)))) {
      return csv.stream().map(CSVRecord::toMap).toList();
    }
  }

  /** Writes the files to a folder. */
  void writeTo(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }

  /** What a run makes for itself in a folder. */
  static SigningKey key(Path folder) {
    String yaml = "raw: raw\nlake: lake\nregistry: registry\n";
    Path file = folder.resolve("glovebox.yaml");
    Sources sources = new Sources(Map.of(), yaml, file, Map.of(), List.of());
    return Keys.open(ConfigReader.read(sources).config(), Map.of()).signing();
  }
}
