package dev.glovebox.simulate;

import com.github.luben.zstd.ZstdInputStream;
import dev.glovebox.signal.Catalogue;
import dev.glovebox.signal.Fields;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** A small fleet, written to memory. */
record Written(PlantedTruth truth, Map<ObjectKey, byte[]> objects) {

  static final Fields FIELDS = Catalogue.packaged().fields("fleet-telemetry");

  static Written of(FleetOptions options) {
    Fleet fleet = Fleet.of(options, FIELDS);
    PlantedTruth truth = new PlantedTruth(options);
    Map<ObjectKey, byte[]> objects = new TreeMap<>((a, b) -> a.path().compareTo(b.path()));
    for (ObjectKey key : fleet.objects()) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      truth.add(key.date(), write(fleet, key, bytes));
      objects.put(key, bytes.toByteArray());
    }
    return new Written(truth, objects);
  }

  static PlantedCounts write(Fleet fleet, ObjectKey key, ByteArrayOutputStream bytes) {
    try {
      return fleet.writeObject(key, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of every whole object. */
  List<String> lines() {
    return objects.entrySet().stream()
        .filter(object -> object.getKey().part() == ObjectKey.Part.WHOLE)
        .flatMap(object -> lines(object.getKey().suffix(), object.getValue()).stream())
        .toList();
  }

  String digest() {
    return digest(objects);
  }

  static String digest(Map<ObjectKey, byte[]> objects) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      objects.forEach(
          (key, bytes) -> {
            digest.update(key.path().getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
          });
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<String> lines(String suffix, byte[] stored) {
    try (InputStream in = opened(suffix, new ByteArrayInputStream(stored))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream opened(String suffix, InputStream in) throws IOException {
    return switch (suffix) {
      case ".gz" -> new GZIPInputStream(in);
      case ".zst" -> new ZstdInputStream(in);
      default -> in;
    };
  }
}
