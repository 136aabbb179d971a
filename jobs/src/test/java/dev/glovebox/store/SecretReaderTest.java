package dev.glovebox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.config.Config;
import dev.glovebox.config.SecretReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.security.alias.CredentialProvider;
import org.apache.hadoop.security.alias.CredentialProviderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretReaderTest {

  @TempDir Path folder;

  @Test
  void readsEveryKindOfReference() throws IOException {
    Files.writeString(folder.resolve("store.secret"), "from a file\n");
    String provider = "localjceks://file" + folder.resolve("credentials.jceks");
    keepInProvider(provider, "glovebox.store", "from a provider");
    Config config =
        Configs.of(
            folder,
            Configs.LOCAL
                + "spark.hadoop.hadoop.security.credential.provider.path: "
                + provider
                + "\nspark:\n  hadoop.fs.s3a.access.key: env:STORE"
                + "\n  hadoop.fs.s3a.secret.key: file:store.secret"
                + "\n  hadoop.fs.s3a.session.token: credential:glovebox.store\n");

    Configuration hadoop = HadoopSettings.complete(config, Map.of("STORE", "from a variable"));

    assertThat(hadoop.get("fs.s3a.access.key")).isEqualTo("from a variable");
    assertThat(hadoop.get("fs.s3a.secret.key")).isEqualTo("from a file");
    assertThat(hadoop.get("fs.s3a.session.token")).isEqualTo("from a provider");
    assertThat(HadoopSettings.plain(config).get("fs.s3a.secret.key")).isNull();
  }

  @Test
  void tellsEverySecretThatIsNotThere() {
    Config config =
        Configs.of(
            folder,
            Configs.LOCAL
                + "spark:\n  hadoop.fs.s3a.access.key: env:STORE"
                + "\n  hadoop.fs.s3a.secret.key: credential:glovebox.store\n");

    assertThatThrownBy(() -> HadoopSettings.complete(config, Map.of("STORE", " ")))
        .hasMessageContaining("2 faults")
        .hasMessageContaining("leads to env:STORE, but nothing is there")
        .hasMessageContaining("leads to credential:glovebox.store, but nothing is there");
  }

  @Test
  void readsAbsoluteFiles() throws IOException {
    Path file = Files.writeString(folder.resolve("key"), "text");
    SecretReader reader = new SecretReader(Path.of("/"), Map.of(), new Configuration(false));

    for (String form : new String[] {"file:" + file, "file://" + file}) {
      assertThat(reader.read(SecretReference.parse(form).orElseThrow())).isEqualTo("text");
    }
  }

  private static void keepInProvider(String path, String alias, String secret) throws IOException {
    Configuration hadoop = new Configuration();
    hadoop.set(CredentialProviderFactory.CREDENTIAL_PROVIDER_PATH, path);
    CredentialProvider provider = CredentialProviderFactory.getProviders(hadoop).get(0);
    provider.createCredentialEntry(alias, secret.toCharArray());
    provider.flush();
  }
}
