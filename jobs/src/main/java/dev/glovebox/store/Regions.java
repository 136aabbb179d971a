package dev.glovebox.store;

import dev.glovebox.config.Config;
import dev.glovebox.config.Location;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;

/** Where locations are, as far as the configuration tells. */
public final class Regions {

  /** The region of this machine's own files. */
  public static final String LOCAL = "local";

  /** Values that leave the choice to the machine a job runs on. */
  private static final Set<String> UNDECIDED = Set.of("", "sdk", "ec2", "auto");

  /** Hosts of AWS, Alibaba Cloud, Tencent Cloud and Huawei Cloud that name their region. */
  private static final Pattern HOST =
      Pattern.compile(
          "(?:.*\\.)?(?:"
              + "s3[.-](?:dualstack\\.)?(?<aws>[a-z]{2}[a-z-]*-\\d)"
              + "(?:\\.vpce)?\\.amazonaws\\.com(?:\\.cn)?"
              + "|oss-(?<oss>[a-z0-9-]+?)(?:-internal)?\\.aliyuncs\\.com"
              + "|cos\\.(?<cos>[a-z0-9-]+)\\.myqcloud\\.com"
              + "|obs\\.(?<obs>[a-z0-9-]+)\\.myhuaweicloud\\.com)");

  private final Configuration hadoop;

  public Regions(Configuration hadoop) {
    this.hadoop = hadoop;
  }

  /** The region of a location; empty if no setting tells it. */
  public Optional<String> of(Location location) {
    if (location.isFile()) {
      return Optional.of(LOCAL);
    }
    return location.scheme().equals("s3a") ? ofBucket(location.authority()) : Optional.empty();
  }

  /** What is wrong with the given locations: one sentence each, none when all are allowed. */
  public List<String> faults(Config.Region region, Iterable<Location> locations) {
    List<String> faults = new ArrayList<>();
    region
        .allowed()
        .ifPresent(allowed -> locations.forEach(it -> fault(it, allowed).ifPresent(faults::add)));
    return faults;
  }

  private Optional<String> fault(Location location, List<String> allowed) {
    Optional<String> region = of(location);
    if (region.isEmpty()) {
      return Optional.of(
          location
              + " lies in a region that no setting tells, so it cannot be allowed; set"
              + " spark.hadoop.fs.s3a.endpoint.region, or that of its bucket");
    }
    return allowed.contains(region.get())
        ? Optional.empty()
        : Optional.of(
            location
                + " lies in \""
                + region.get()
                + "\", which region.allowed ("
                + String.join(", ", allowed)
                + ") does not name; move the location, or allow its region");
  }

  private Optional<String> ofBucket(String bucket) {
    return setting(bucket, "endpoint.region")
        .or(() -> setting(bucket, "endpoint").flatMap(Regions::ofEndpoint));
  }

  private Optional<String> setting(String bucket, String name) {
    String value =
        hadoop.getTrimmed(
            "fs.s3a.bucket." + bucket + "." + name, hadoop.getTrimmed("fs.s3a." + name));
    return Optional.ofNullable(value).filter(it -> !UNDECIDED.contains(it));
  }

  static Optional<String> ofEndpoint(String endpoint) {
    String host = endpoint.contains("://") ? URI.create(endpoint).getHost() : endpoint;
    Matcher matcher = HOST.matcher(host == null ? "" : host);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return List.of("aws", "oss", "cos", "obs").stream()
        .map(matcher::group)
        .filter(region -> region != null)
        .findFirst();
  }
}
