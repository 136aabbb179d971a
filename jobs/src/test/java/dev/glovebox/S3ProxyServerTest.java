package dev.glovebox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class S3ProxyServerTest {
  @ParameterizedTest
  @ValueSource(strings = {"directory", "memory"})
  void keepsWhatIsPut(String backend) throws Exception {
    try (S3ProxyServer server = server(backend).start()) {
      Configuration configuration =
          new Configuration(SharedSpark.session().sparkContext().hadoopConfiguration());
      server.configure(configuration);
      try (FileSystem files =
          FileSystem.newInstance(URI.create(server.location()), configuration)) {
        String text = UUID.nameUUIDFromBytes(backend.getBytes(UTF_8)).toString();
        put(files, new Path(server.location() + "/raw/one.jsonl"), text);
        assertThat(names(files, new Path(server.location() + "/raw"))).containsExactly("one.jsonl");
        assertThat(text(files, new Path(server.location() + "/raw/one.jsonl"))).isEqualTo(text);
      }
    }
  }

  @Test
  void servesADeltaTable() throws Exception {
    try (S3ProxyServer server = S3ProxyServer.onDirectory().start()) {
      SparkSession session = SharedSpark.session();
      server.configure(session.sparkContext().hadoopConfiguration());
      String table = server.location() + "/lake/numbers";
      session.range(5).write().format("delta").save(table);
      session.range(5, 8).write().format("delta").mode("append").save(table);
      Dataset<Row> read = session.read().format("delta").load(table);
      assertThat(read.as(Encoders.LONG()).collectAsList())
          .containsExactlyInAnyOrder(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }
  }

  @Test
  void endsItsProcess() throws Exception {
    S3ProxyServer server = S3ProxyServer.inMemory().start();
    HttpRequest request = HttpRequest.newBuilder(server.endpoint()).build();
    server.close();
    assertThatThrownBy(
            () -> HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()))
        .isInstanceOf(ConnectException.class);
  }

  private static S3ProxyServer server(String backend) {
    return backend.equals("memory") ? S3ProxyServer.inMemory() : S3ProxyServer.onDirectory();
  }

  private static void put(FileSystem files, Path path, String text) throws IOException {
    try (FSDataOutputStream out = files.create(path)) {
      out.write(text.getBytes(UTF_8));
    }
  }

  private static String text(FileSystem files, Path path) throws IOException {
    try (FSDataInputStream in = files.open(path)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private static List<String> names(FileSystem files, Path folder) throws IOException {
    return Arrays.stream(files.listStatus(folder))
        .map(FileStatus::getPath)
        .map(Path::getName)
        .toList();
  }
}
