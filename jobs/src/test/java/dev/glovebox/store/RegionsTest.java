package dev.glovebox.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.config.Config;
import dev.glovebox.config.Location;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionsTest {

  private static final Location LAKE = new Location("s3a", "lake", "");
  private static final Location FILE = new Location("file", "", "/data");

  private final Configuration hadoop = new Configuration(false);

  @Test
  void prefersABucketsOwnSetting() {
    hadoop.set("fs.s3a.endpoint.region", "cn-north-1");
    hadoop.set("fs.s3a.bucket.reports.endpoint.region", "cn-northwest-1");

    assertThat(new Regions(hadoop).of(LAKE)).contains("cn-north-1");
    assertThat(new Regions(hadoop).of(new Location("s3a", "reports", "")))
        .contains("cn-northwest-1");
    assertThat(new Regions(hadoop).of(FILE)).contains("local");
  }

  @ParameterizedTest
  @CsvSource({
    "https://s3.cn-north-1.amazonaws.com.cn, cn-north-1",
    "s3.eu-central-1.amazonaws.com, eu-central-1",
    "https://vpce-1-a.s3.us-east-1.vpce.amazonaws.com, us-east-1",
    "https://oss-cn-hangzhou-internal.aliyuncs.com, cn-hangzhou",
    "https://cos.ap-guangzhou.myqcloud.com, ap-guangzhou",
    "https://obs.cn-east-3.myhuaweicloud.com, cn-east-3"
  })
  void readsTheRegionInAnEndpoint(String endpoint, String region) {
    hadoop.set("fs.s3a.endpoint", endpoint);

    assertThat(new Regions(hadoop).of(LAKE)).contains(region);
  }

  @ParameterizedTest
  @CsvSource({"http://127.0.0.1:9000", "https://s3.amazonaws.com.evil.example", "https://minio"})
  void knowsNoRegionOfOtherEndpoints(String endpoint) {
    hadoop.set("fs.s3a.endpoint", endpoint);

    assertThat(new Regions(hadoop).of(LAKE)).isEmpty();
  }

  @Test
  void refusesWhatIsNotAllowedAndWhatIsNotKnown() {
    hadoop.set("fs.s3a.bucket.lake.endpoint.region", "eu-central-1");
    Location unknown = new Location("s3a", "other", "/raw");
    Config.Region allowed = new Config.Region(Optional.of(List.of("cn-north-1", "local")));

    assertThat(new Regions(hadoop).faults(allowed, List.of(LAKE, FILE, unknown)))
        .containsExactly(
            "s3a://lake/ lies in \"eu-central-1\", which region.allowed (cn-north-1, local) does"
                + " not name; move the location, or allow its region",
            "s3a://other/raw lies in a region that no setting tells, so it cannot be allowed; set"
                + " spark.hadoop.fs.s3a.endpoint.region, or that of its bucket");
  }

  @Test
  void allowsAnyRegionWhereNoneIsNamed() {
    assertThat(new Regions(hadoop).faults(new Config.Region(Optional.empty()), List.of(LAKE)))
        .isEmpty();
  }
}
