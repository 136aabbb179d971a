package dev.glovebox;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;

/** A real S3 server for tests, as its own process, with one bucket of a name of its own. */
public interface S3Server extends AutoCloseable {

  /** Starts the server and makes the bucket; returns when both are there. */
  S3Server start() throws IOException, InterruptedException;

  /** The address of the service, {@code http://127.0.0.1:port}. */
  URI endpoint();

  /** The bucket as a location, {@code s3a://name}. */
  String location();

  /** Who may use it. */
  String identity();

  /** The secret of {@link #identity}. */
  String credential();

  /** What Hadoop must know, by {@code fs.s3a.…} name. */
  default Map<String, String> hadoopSettings() {
    return hadoopSettings(endpoint());
  }

  /** The same for a client that reaches the server by another address. */
  default Map<String, String> hadoopSettings(URI address) {
    return Map.of(
        "fs.s3a.endpoint", address.toString(),
        "fs.s3a.endpoint.region", "us-east-1",
        "fs.s3a.path.style.access", "true",
        "fs.s3a.connection.ssl.enabled", "false",
        "fs.s3a.access.key", identity(),
        "fs.s3a.secret.key", credential(),
        "fs.s3a.aws.credentials.provider", "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider",
        "fs.s3a.attempts.maximum", "3");
  }

  /** The same for a Spark session's configuration, by {@code spark.hadoop.fs.s3a.…} name. */
  default Map<String, String> sparkSettings() {
    Map<String, String> settings = new TreeMap<>();
    hadoopSettings().forEach((name, value) -> settings.put("spark.hadoop." + name, value));
    return settings;
  }

  /** Points a Hadoop configuration at this server. */
  default void configure(Configuration configuration) {
    hadoopSettings().forEach(configuration::set);
  }

  /** For clients that reach the server by this address and share nothing with others. */
  default Configuration hadoop(URI address) {
    Configuration hadoop = new Configuration();
    hadoop.setBoolean("fs.s3a.impl.disable.cache", true);
    hadoopSettings(address).forEach(hadoop::set);
    return hadoop;
  }

  /** Ends the process and removes what it kept. */
  @Override
  void close();
}
