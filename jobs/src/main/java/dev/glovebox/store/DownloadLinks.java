package dev.glovebox.store;

import dev.glovebox.config.Config;
import dev.glovebox.config.Location;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.s3a.Constants;
import org.apache.hadoop.fs.s3a.S3AUtils;
import org.apache.hadoop.fs.s3a.auth.CredentialProviderListFactory;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Links by which a package is downloaded without an account.
 *
 * <p>On S3 a link is signed with the store's own credentials and the store refuses it when it has
 * expired; with temporary credentials it expires with them, if that is sooner. Elsewhere a link is
 * the package's address, and nothing but its removal makes it expire.
 */
public final class DownloadLinks implements AutoCloseable {

  private static final String S3 = "s3a";

  /** What Hadoop assumes where nothing tells. */
  private static final String DEFAULT_REGION = "us-east-1";

  /** The longest that a signature of version 4 is valid for. */
  private static final Duration LONGEST = Duration.ofDays(7);

  private final Location packages;
  private final S3Presigner presigner;

  private DownloadLinks(Location packages, S3Presigner presigner) {
    this.packages = packages;
    this.presigner = presigner;
  }

  /**
   * Links to packages at a location.
   *
   * @param hadoop with the secrets of the store
   */
  public static DownloadLinks to(Location packages, Configuration hadoop) throws IOException {
    return new DownloadLinks(
        packages, packages.scheme().equals(S3) ? presigner(packages, hadoop) : null);
  }

  /** What the configuration asks of links that the store cannot do; a sentence each. */
  public static List<String> faults(Config config) {
    boolean isOnS3 = config.locations().packages().stream().anyMatch(it -> it.scheme().equals(S3));
    boolean isTooLong = config.delivery().linkExpires().compareTo(LONGEST) > 0;
    return isOnS3 && isTooLong
        ? List.of(
            "\"delivery.link-expires\" is longer than 7 days, and no link to S3 works longer; write"
                + " 7d or less")
        : List.of();
  }

  /**
   * A link to a package.
   *
   * @param path below the packages
   * @param expires how long from now it works
   */
  public String to(String path, Duration expires) {
    Location object = packages.resolve(path);
    if (presigner == null) {
      return new Path(object.text()).toUri().toString();
    }
    return presigner
        .presignGetObject(
            request ->
                request
                    .signatureDuration(expires)
                    .getObjectRequest(
                        get -> get.bucket(object.authority()).key(object.path().substring(1))))
        .url()
        .toString();
  }

  @Override
  public void close() {
    if (presigner != null) {
      presigner.close();
    }
  }

  private static S3Presigner presigner(Location packages, Configuration hadoop) throws IOException {
    Configuration settings = S3AUtils.propagateBucketOptions(hadoop, packages.authority());
    AwsCredentialsProvider credentials =
        CredentialProviderListFactory.createAWSCredentialProviderList(
            URI.create(S3 + "://" + packages.authority()), settings);
    S3Presigner.Builder builder =
        S3Presigner.builder()
            .credentialsProvider(credentials)
            .region(region(settings))
            .serviceConfiguration(
                S3Configuration.builder()
                    .pathStyleAccessEnabled(settings.getBoolean(Constants.PATH_STYLE_ACCESS, false))
                    .build());
    String endpoint = settings.getTrimmed(Constants.ENDPOINT, "");
    if (!endpoint.isEmpty()) {
      builder.endpointOverride(address(endpoint, settings));
    }
    return builder.build();
  }

  private static Region region(Configuration settings) {
    String given = settings.getTrimmed(Constants.AWS_REGION, "");
    String endpoint = settings.getTrimmed(Constants.ENDPOINT, "");
    return Region.of(given.isEmpty() ? Regions.ofEndpoint(endpoint).orElse(DEFAULT_REGION) : given);
  }

  private static URI address(String endpoint, Configuration settings) {
    boolean isSecure = settings.getBoolean(Constants.SECURE_CONNECTIONS, true);
    String scheme = isSecure ? "https://" : "http://";
    return URI.create(endpoint.contains("://") ? endpoint : scheme + endpoint);
  }
}
