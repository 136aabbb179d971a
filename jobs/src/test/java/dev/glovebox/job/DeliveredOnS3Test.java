package dev.glovebox.job;

import static dev.glovebox.job.PublishedFolder.FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.S3ProxyServer;
import dev.glovebox.SharedSpark;
import dev.glovebox.store.WholeObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class DeliveredOnS3Test {

  @RegisterExtension static final S3ProxyServer SERVER = S3ProxyServer.onDirectory();

  private static final String VIN = "LRW3E7EK0PC000001";
  private static final Instant AS_OF = Instant.parse("2026-11-05T00:00:00Z");

  @TempDir Path temporary;

  private final Configuration hadoop = SharedSpark.session().sparkContext().hadoopConfiguration();

  @BeforeEach
  void connect() {
    SERVER.configure(hadoop);
  }

  @Test
  void handsOnALinkThatAnybodyCanDownloadFromUntilItIsRemoved()
      throws IOException, InterruptedException, GeneralSecurityException {
    PublishedFolder folder = published();
    Map<String, String> settings = new HashMap<>(SERVER.sparkSettings());
    settings.put("packages", SERVER.location() + "/packages");

    folder.export(AS_OF, settings);

    Row request = folder.table("requests").collectAsList().get(0);
    Row given = folder.table("disclosures").collectAsList().get(0);
    URI link = URI.create(request.getAs("link"));
    assertThat(link.getQuery()).contains("X-Amz-Expires=604800").contains("X-Amz-Signature=");
    HttpResponse<byte[]> answer = download(link);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).hasSize(given.<Long>getAs("bytes").intValue());
    assertThat(sha256(answer.body())).isEqualTo(given.<String>getAs("sha256"));
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
      assertThat(zip.getNextEntry().getName()).startsWith("r-1/");
    }
    URI unsigned = URI.create(link.toString().replaceFirst("\\?.*", ""));
    assertThat(download(unsigned).statusCode()).isEqualTo(403);
    URI forAnother = URI.create(link.toString().replace("r-1.zip", "r-2.zip"));
    assertThat(download(forAnother).statusCode()).isEqualTo(403);

    assertThat(folder.export(AS_OF, settings).answers().standing()).isEqualTo(1);
    folder.export(AS_OF.plusSeconds(7 * 86_400), settings);
    assertThat(download(link).statusCode()).isEqualTo(404);
  }

  @Test
  void showsAnObjectWholeOrNotAtAll() throws IOException {
    org.apache.hadoop.fs.Path place =
        new org.apache.hadoop.fs.Path(SERVER.location(), "whole/object");
    var files = place.getFileSystem(hadoop);

    try (WholeObject object = WholeObject.begin(SERVER.location(), "whole/object", hadoop)) {
      object.stream().write(new byte[6 << 20]);
    }
    assertThat(files.exists(place)).isFalse();

    try (WholeObject object = WholeObject.begin(SERVER.location(), "whole/object", hadoop)) {
      object.stream().write("whole".getBytes(StandardCharsets.UTF_8));
      assertThat(files.exists(place)).isFalse();
      object.commit();
    }
    assertThat(files.getFileStatus(place).getLen()).isEqualTo(5);
  }

  private PublishedFolder published() {
    PublishedFolder folder =
        new PublishedFolder(temporary)
            .tenures(VIN + ",anna,owner,2020-01-01T00:00:00Z,")
            .arrived(
                FIRST,
                10,
                "one.jsonl",
                "{\"data\":[{\"key\":\"VehicleSpeed\",\"value\":{\"doubleValue\":10}}],"
                    + "\"createdAt\":\"2026-11-01T01:58:00Z\",\"vin\":\""
                    + VIN
                    + "\"}")
            .requested(
                "a.jsonl",
                "{\"request_id\":\"r-1\",\"kind\":\"export\",\"owner_id\":\"anna\","
                    + "\"received_at\":\"2026-11-04T00:00:00Z\"}");
    folder.publish(FIRST);
    return folder;
  }

  private static HttpResponse<byte[]> download(URI link) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(link).build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String sha256(byte[] bytes) throws GeneralSecurityException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
