package dev.glovebox.table;

import static dev.glovebox.table.Columns.OWNER_ID;
import static dev.glovebox.table.Columns.TEXTS;
import static dev.glovebox.table.Columns.column;
import static dev.glovebox.table.Columns.struct;

import dev.glovebox.table.TableDefinition.Contents;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The tables of what holders ask and are given. */
public final class AnswerTables {

  private AnswerTables() {}

  /** One row is a request, its state and its deadline. */
  public static TableDefinition requests() {
    StructType schema =
        struct(
            column("request_id", DataTypes.StringType, "Identifies the request"),
            column("kind", DataTypes.StringType, "export, incident or erase"),
            OWNER_ID,
            column("received_at", DataTypes.TimestampType, "When the portal received it"),
            column("vins", TEXTS, "Vehicles asked for; null for every vehicle ever held"),
            column("from", DataTypes.TimestampType, "Start of what is asked for; null: all"),
            column("to", DataTypes.TimestampType, "End of it, exclusive; null: all"),
            column("at", DataTypes.TimestampType, "Instant of an incident"),
            column("locale", DataTypes.StringType, "Language of the answer"),
            column("state", DataTypes.StringType, "open, done, refused or delayed"),
            column("reason", DataTypes.StringType, "Reason code of a refusal or a delay"),
            column("due_on", DataTypes.DateType, "Last day for an answer"),
            column("completed_at", DataTypes.TimestampType, "When it was answered"),
            column("package", DataTypes.StringType, "The package's path below packages"),
            column("link", DataTypes.StringType, "Download link that expires"),
            column("link_expires_at", DataTypes.TimestampType, "When the link expires"),
            column("certificate", DataTypes.StringType, "The certificate's path below reports"));
    return new TableDefinition(
        "requests",
        Contents.PERSONAL_RECORDS,
        "A request with its state and deadline",
        schema,
        List.of(),
        List.of("received_at"));
  }

  /** One row is a package that was made for somebody. */
  public static TableDefinition disclosures() {
    StructType schema =
        struct(
            column("request_id", DataTypes.StringType, "The request that it answers"),
            column("kind", DataTypes.StringType, "export or incident"),
            OWNER_ID,
            column("recipient", DataTypes.StringType, "To whom: owner"),
            column("vins", TEXTS, "Vehicles of which there are rows"),
            column("from", DataTypes.TimestampType, "First instant of its rows"),
            column("to", DataTypes.TimestampType, "Last instant of its rows"),
            column("rows", DataTypes.LongType, "Rows of all its tables"),
            column("bytes", DataTypes.LongType, "Size of the package"),
            column("sha256", DataTypes.StringType, "SHA-256 of the package, hexadecimal"),
            column("package", DataTypes.StringType, "The package's path below packages"),
            column("disclosed_at", DataTypes.TimestampType, "When it was made"),
            column("run_id", DataTypes.StringType, "The run that made it"));
    return new TableDefinition(
        "disclosures",
        Contents.PERSONAL_RECORDS,
        "A package that was made for somebody",
        schema,
        List.of(),
        List.of("disclosed_at"));
  }
}
