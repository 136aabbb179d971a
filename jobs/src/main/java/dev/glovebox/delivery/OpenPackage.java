package dev.glovebox.delivery;

import dev.glovebox.request.Reason;
import dev.glovebox.store.Redaction;
import dev.glovebox.store.StoreFailures;
import dev.glovebox.store.WholeObject;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.ProjectingInternalRow;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A package while its rows go by. What goes wrong with it is noted, and its other rows are passed
 * over: it keeps no other package from being made.
 */
final class OpenPackage {

  private final Order order;
  private final PackageTerms terms;
  private final String packages;
  private final Configuration hadoop;
  private final Map<Section, SqueezedRow> forms;
  private final BitSet occurring = new BitSet();
  private WholeObject object;
  private OwnerPackage content;
  private ProjectingInternalRow reading;
  private Packed failed;

  /**
   * @param packages where it goes
   * @param forms in which rows come, made as they are needed
   */
  OpenPackage(
      Order order,
      PackageTerms terms,
      String packages,
      Configuration hadoop,
      Map<Section, SqueezedRow> forms) {
    this.order = order;
    this.terms = terms;
    this.packages = packages;
    this.hadoop = hadoop;
    this.forms = forms;
  }

  int order() {
    return order.number();
  }

  /** Takes the next row. */
  void take(InternalRow row) {
    if (failed == null) {
      try {
        takeWhole(row);
      } catch (IOException | RuntimeException failure) {
        fail(failure);
      }
    }
  }

  /** Ends the package, and shows it if nothing went wrong. */
  Packed end() {
    if (failed == null) {
      try {
        begin();
        Receipt receipt = content.finish();
        object.commit();
        return Packed.made(order.number(), receipt);
      } catch (IOException | RuntimeException failure) {
        fail(failure);
      } finally {
        abandon();
      }
    }
    return failed;
  }

  private void takeWhole(InternalRow row) throws IOException {
    if (GatheredRows.section(row) == GatheredRows.OCCURRENCES) {
      occurring.or(BitSet.valueOf(GatheredRows.content(row)));
      return;
    }
    begin();
    Section section = Section.values()[GatheredRows.section(row)];
    InternalRow whole = form(section).expanded(GatheredRows.content(row));
    content.add(section, section == Section.TELEMETRY ? narrowed(whole) : whole);
  }

  /** Once it is known which columns occur. */
  private void begin() throws IOException {
    if (content != null) {
      return;
    }
    StructType whole = Gathering.wholeSchema(Section.TELEMETRY, terms.catalogue());
    List<String> columns =
        occurring.stream().mapToObj(column -> whole.fieldNames()[column]).toList();
    StructType narrow = PackageTables.schema(Section.TELEMETRY, terms.catalogue(), columns);
    reading = projection(whole, narrow);
    object = WholeObject.begin(packages, order.path(), hadoop);
    content = OwnerPackage.begin(order.request(), terms(columns), object.stream());
  }

  private PackageTerms terms(List<String> columns) {
    return new PackageTerms(
        terms.zone(),
        terms.catalogue(),
        columns,
        terms.policyVersion(),
        terms.policyDigest(),
        terms.programVersion(),
        terms.asOf(),
        terms.key(),
        order.occasion(),
        terms.page());
  }

  private InternalRow narrowed(InternalRow whole) {
    reading.project(whole);
    return reading;
  }

  private static ProjectingInternalRow projection(StructType whole, StructType narrow) {
    List<Object> ordinals =
        IntStream.range(0, narrow.length())
            .mapToObj(column -> (Object) whole.fieldIndex(narrow.fieldNames()[column]))
            .toList();
    return new ProjectingInternalRow(narrow, CollectionConverters.asScala(ordinals).toIndexedSeq());
  }

  private SqueezedRow form(Section section) {
    return forms.computeIfAbsent(
        section, each -> new SqueezedRow(Gathering.wholeSchema(each, terms.catalogue()).length()));
  }

  private void fail(Exception failure) {
    Reason why = isStorage(failure) ? Reason.STORE_FAILED : Reason.PACKAGE_FAILED;
    failed = Packed.failed(order.number(), why, Redaction.line(failure));
    abandon();
  }

  private static boolean isStorage(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (StoreFailures.isStorage(cause)) {
        return true;
      }
    }
    return false;
  }

  private void abandon() {
    close(content);
    close(object);
    content = null;
    object = null;
  }

  /** What cannot be taken back is not seen by anybody, and swept up later. */
  private static void close(AutoCloseable begun) {
    try {
      if (begun != null) {
        begun.close();
      }
    } catch (Exception left) {
      // as said
    }
  }
}
