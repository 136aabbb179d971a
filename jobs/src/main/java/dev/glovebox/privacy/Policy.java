package dev.glovebox.privacy;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;

/** Who may see what: the three views and their parameters. Immutable. */
public final class Policy implements Serializable {

  private static final long serialVersionUID = 1L;

  /** The policy that applies when the configuration names none: a resource on the class path. */
  public static final String PACKAGED = "/schemas/policy/default.yaml";

  private final String version;
  private final String digest;
  private final double marginMeters;
  private final long positionCarryMicros;
  private final Retention retention;
  private final RequestRules requests;
  private final EnumMap<ViewName, PrivacyView> views;

  private Policy(PolicyReader.Contents contents, String digest) {
    this.version = contents.version();
    this.digest = digest;
    this.marginMeters = contents.marginMeters();
    this.positionCarryMicros = contents.positionCarry().toNanos() / 1_000;
    this.retention = contents.retention();
    this.requests = contents.requests();
    this.views = new EnumMap<>(contents.views());
  }

  /** The packaged policy. */
  public static Policy packaged() {
    try (InputStream yaml = Policy.class.getResourceAsStream(PACKAGED)) {
      if (yaml == null) {
        throw new IllegalStateException(
            "The packaged policy is not on the class path. Build the project anew.");
      }
      return parse(new String(yaml.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a policy.
   *
   * @param yaml one YAML document; docs/policy.md describes it
   * @throws PolicyException if anything in it is unknown, missing or wrong; with every fault
   */
  public static Policy parse(String yaml) {
    return new Policy(new PolicyReader().read(yaml), Sha256.hex(yaml));
  }

  /** What one kind of reader may see. */
  public PrivacyView view(ViewName name) {
    return views.get(name);
  }

  /** The version that the file gives itself. */
  public String version() {
    return version;
  }

  /** SHA-256 of the file's text in UTF-8, as lower-case hexadecimal. */
  public String digest() {
    return digest;
  }

  /** How far around a sensitive place its rule reaches. */
  public double marginMeters() {
    return marginMeters;
  }

  /** How long a vehicle's position stands for its later messages that carry none. */
  public long positionCarryMicros() {
    return positionCarryMicros;
  }

  /** How long what was published, and what was rejected, is kept. */
  public Retention retention() {
    return retention;
  }

  /** How long requests may take, and what an incident is. */
  public RequestRules requests() {
    return requests;
  }
}
