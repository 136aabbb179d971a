package dev.glovebox.delivery;

import dev.glovebox.store.VerifyingKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tells whether a package is whole and untampered: every byte of the zip, every file against the
 * manifests, nothing missing and nothing more, and the signature.
 *
 * <p>The signature is checked by the key that the package itself names. That this is the sealer's
 * key, only a key that came another way can tell.
 */
public final class PackageCheck {

  private static final Set<String> UNLISTED = Set.of(BagWriter.TAG_MANIFEST, BagWriter.SIGNATURE);

  private static final int SHOWN_CHARACTERS = 200;

  private final Path zip;
  private final List<Finding> findings = new ArrayList<>();

  private PackageCheck(Path zip) {
    this.zip = zip;
  }

  /**
   * Something that is not as it should be.
   *
   * @param file of the package, or the zip itself
   */
  public record Finding(String file, String problem) {}

  /**
   * What was found.
   *
   * @param findings none if the package is whole
   * @param files how many files it has
   * @param keyId of the key that it says it was sealed with; empty if it does not say
   */
  public record Report(List<Finding> findings, int files, String keyId) {

    public Report {
      findings = List.copyOf(findings);
    }
  }

  /**
   * Checks a package. It fails for no contents whatever.
   *
   * @param known the keys that may have sealed it, by id; empty: any key
   */
  public static Report of(Path zip, Optional<Map<String, VerifyingKey>> known) {
    PackageCheck check = new PackageCheck(zip);
    try {
      return check.run(known);
    } catch (IOException | RuntimeException unreadable) {
      check.add(check.name(), "cannot be read as a zip: it is cut off, damaged or something else");
      return new Report(check.findings, 0, "");
    }
  }

  private Report run(Optional<Map<String, VerifyingKey>> known) throws IOException {
    if (!SealedBytes.areWhole(zip)) {
      add(name(), "its bytes do not have the digest at its end: altered or cut off");
    }
    try (ZipContents contents = ZipContents.open(zip, this::add)) {
      Map<String, String> payload = manifest(contents, BagWriter.MANIFEST);
      Map<String, String> tags = manifest(contents, BagWriter.TAG_MANIFEST);
      Map<String, String> listed = new TreeMap<>(payload);
      listed.putAll(tags);
      checkPlaces(payload, tags);
      checkFiles(contents, listed);
      checkBag(contents, payload);
      String keyId = checkSignature(contents, known);
      ReadingsCheck.check(contents, this::add);
      return new Report(findings, contents.names().size(), keyId);
    }
  }

  /** A payload manifest lists the payload, a tag manifest the rest. */
  private void checkPlaces(Map<String, String> payload, Map<String, String> tags) {
    payload.keySet().stream()
        .filter(path -> !path.startsWith(BagWriter.DATA))
        .forEach(path -> add(BagWriter.MANIFEST, "lists what is not below data/"));
    tags.keySet().stream()
        .filter(path -> path.startsWith(BagWriter.DATA) || UNLISTED.contains(path))
        .forEach(path -> add(BagWriter.TAG_MANIFEST, "lists what is no tag file"));
    for (String needed : List.of(BagWriter.BAGIT, BagWriter.INFO, BagWriter.MANIFEST)) {
      if (!tags.containsKey(needed)) {
        add(BagWriter.TAG_MANIFEST, "does not list " + needed);
      }
    }
  }

  private void checkFiles(ZipContents contents, Map<String, String> listed) {
    for (String path : listed.keySet()) {
      if (!contents.names().contains(path)) {
        add(path, "is missing");
      }
    }
    for (String path : contents.names()) {
      String digest = contents.digest(path).orElse("");
      if (digest.isEmpty()) {
        add(path, "cannot be read: damaged");
      } else if (listed.containsKey(path) && !listed.get(path).equals(digest)) {
        add(path, "is not what the manifest says: altered");
      } else if (!listed.containsKey(path) && !UNLISTED.contains(path)) {
        add(path, "is in no manifest: added");
      }
    }
  }

  private void checkBag(ZipContents contents, Map<String, String> payload) {
    if (!contents.text(BagWriter.BAGIT).equals(BagWriter.DECLARATION)) {
      add(BagWriter.BAGIT, "is not the declaration of a bag");
    }
    long bytes = payload.keySet().stream().mapToLong(contents::size).sum();
    String oxum = BagWriter.OXUM + ": " + bytes + "." + payload.size();
    if (contents.text(BagWriter.INFO).lines().noneMatch(oxum::equals)) {
      add(BagWriter.INFO, "counts other files than there are");
    }
  }

  private String checkSignature(ZipContents contents, Optional<Map<String, VerifyingKey>> known) {
    try {
      PackageSignature signature = PackageSignature.read(contents.bytes(BagWriter.SIGNATURE));
      if (!signature.covers(contents.bytes(BagWriter.TAG_MANIFEST))) {
        add(BagWriter.SIGNATURE, "is not over " + BagWriter.TAG_MANIFEST + " by its own key");
      }
      VerifyingKey key = signature.key();
      if (known.isPresent() && !key.equals(known.get().get(signature.keyId()))) {
        add(BagWriter.SIGNATURE, "is by a key that is not among those that are known");
      }
      return signature.keyId();
    } catch (IOException | IllegalArgumentException unreadable) {
      add(BagWriter.SIGNATURE, "is missing or is no signature");
      return "";
    }
  }

  private Map<String, String> manifest(ZipContents contents, String path) {
    Map<String, String> digests = new TreeMap<>();
    if (!contents.names().contains(path)) {
      add(path, "is missing");
      return digests;
    }
    for (String line : contents.text(path).split("\n", 0)) {
      boolean reads = line.matches("[0-9a-f]{64}  .+");
      String file = reads ? line.substring(ZipStream.DIGEST_CHARACTERS + 2) : "";
      if (!reads || digests.put(file, line.substring(0, ZipStream.DIGEST_CHARACTERS)) != null) {
        add(path, "has a line that is no entry or stands twice");
      }
    }
    return digests;
  }

  private String name() {
    return zip.getFileName().toString();
  }

  private void add(String file, String problem) {
    findings.add(new Finding(plain(file), problem));
  }

  /** A name as a terminal may show it: one that is odd cannot move its cursor. */
  private static String plain(String name) {
    String shown = name.replaceAll("[^\\x20-\\x7e]", "?");
    return shown.substring(0, Math.min(shown.length(), SHOWN_CHARACTERS));
  }
}
