package dev.glovebox.config;

import java.util.stream.Collectors;

/** The page of the documentation that lists every key. */
final class ConfigurationPage {

  private static final String HEAD =
      """
      # Configuration

      This page is generated from the table of keys; do not edit it. To write it again:
      `./mvnw -q -pl jobs test -Dtest=ConfigurationPageTest -Dconfiguration.page=write`

      One YAML file, `glovebox.yaml` unless `--config FILE` names another, read once.
      Everything that is wrong with it is said at once, before anything else is read, and ends
      the run with exit code 3: an unknown key, a key that stands twice, a value that does not
      fit. `glovebox check` reads it, asks the stores, and prints what it found.
      `schemas/glovebox.example.yaml` is a file to start from.

      A key is given, strongest first, by `--set key=value`, by its environment variable (an
      empty one counts as not set, an unknown one that begins with `GLOVEBOX_` is refused), by
      the file, or by its default. In the file `layout: {owner-partitions: 64}` and
      `layout.owner-partitions: 64` are the same. Of several `--set` of one key the last
      counts. Lists are written with commas outside of the file.

      """;

  private static final String FORMS =
      """

      ## How values are written

      - **Locations** are URIs (`file:`, `s3a:`, anything Hadoop reads) or paths; a relative
        path starts at the configuration file's folder, wherever it is given. `raw`, `lake`,
        `packages` and `reports` must not lie in one another. No credentials stand in a
        location.
      - **Durations** have their unit: `5m`, `90s`, `7 days`, `PT5M`. **Periods** are months
        or days: `P1M`, `P7D`. **Sizes**: `4MiB`, `64KiB`, or bytes.
      - **Secrets** are given by reference: `file:PATH` (relative to the configuration file's
        folder), `env:NAME`, or `credential:ALIAS` (a Hadoop credential provider, named by
        `spark.hadoop.hadoop.security.credential.provider.path`). A secret in plain text is
        refused. No secret is shown, logged or written; ids and versions of keys are.

      ## Keys of pseudonyms and signatures

      Both are given whole, or neither. With neither, and every location on this machine, the
      first run makes them in `.glovebox/keys` beside the configuration file, readable by its
      user only, and says so. With a location elsewhere they must be given. To make them by
      hand:

      ```
      openssl rand -base64 32 > pseudonym.key
      openssl genpkey -algorithm ed25519 > signing.pem
      ```

      ## Regions

      A location of this machine is in `local`. An `s3a:` location is where
      `spark.hadoop.fs.s3a.bucket.NAME.endpoint.region` says, or else
      `spark.hadoop.fs.s3a.endpoint.region`, or else the region in the endpoint's name (AWS,
      Alibaba Cloud, Tencent Cloud, Huawei Cloud). With `region.allowed`, a location elsewhere
      is refused, and so is one whose region nothing tells. The policy holds no data and may
      lie anywhere.

      ## Spark and the stores

      Every key that begins with `spark.` goes to Spark as it is, `spark.hadoop.` on to the
      stores:

      ```yaml
      spark:
        spark.hadoop.fs.s3a.endpoint: https://s3.cn-north-1.amazonaws.com.cn
        spark.hadoop.fs.s3a.endpoint.region: cn-north-1
        spark.hadoop.fs.s3a.access.key: env:STORE_ACCESS_KEY
        spark.hadoop.fs.s3a.secret.key: env:STORE_SECRET_KEY
      ```

      They win over what `spark-submit` was given. Keys whose name tells of a secret
      (password, token, access, secret, encryption key) are taken by reference only; those of
      the stores are handed to Hadoop alone, so that Spark's pages and event log do not list
      them. Without them the stores' own ways apply (environment variables, instance roles).
      The master is `local[*]` unless Spark was told of another. The session's time zone is
      UTC and Parquet's timestamps are in microseconds, always; `time-zone` above decides
      about days. Plans and logs are redacted (`spark.redaction.regex`,
      `spark.redaction.string.regex`, `spark.sql.redaction.string.regex`): what you set there
      is added. Environment variables give no Spark settings, since Spark's names need their
      case.
      """;

  private ConfigurationPage() {}

  static String text() {
    String rows =
        Settings.ALL.stream().map(ConfigurationPage::row).collect(Collectors.joining("\n"));
    return HEAD
        + "| key | value | default | environment | meaning |\n|---|---|---|---|---|\n"
        + rows
        + "\n| `spark.…` | as Spark has it | | | Settings of Spark and the stores, see below. |\n"
        + FORMS;
  }

  private static String row(Setting<?> setting) {
    return "| `%s` | %s | %s | `%s` | %s |"
        .formatted(
            setting.key(),
            setting.form().name(),
            defaultOf(setting),
            setting.variable(),
            setting.meaning());
  }

  private static String defaultOf(Setting<?> setting) {
    return switch (setting.need()) {
      case REQUIRED -> "**required**";
      case OPTIONAL -> "";
      case DEFAULTED -> "`" + setting.defaultText().orElseThrow() + "`";
    };
  }
}
