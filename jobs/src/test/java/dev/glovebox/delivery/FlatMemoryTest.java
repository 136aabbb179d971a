package dev.glovebox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a package keeps in memory while rows go by. */
class FlatMemoryTest {

  private static final int MONTHS = 12;
  private static final long BYTES_KEPT = 24L << 20;

  @Test
  @Tag("slow")
  void keepsNoMoreForTwelveTimesTheRows() throws IOException {
    try (OwnerPackage content =
        OwnerPackage.begin(
            MadePackages.between("r-1", "2026-01-01T00:00:00Z", "2027-02-01T00:00:00Z", List.of()),
            MadePackages.terms(),
            OutputStream.nullOutputStream())) {
      addMonth(content, 1);
      long afterOne = kept();
      for (int month = 2; month <= MONTHS; month++) {
        addMonth(content, month);
      }
      assertThat(kept() - afterOne).isLessThan(BYTES_KEPT);
    }
  }

  /** As many readings as make 8 MB of CSV. */
  private static void addMonth(OwnerPackage content, int month) throws IOException {
    LocalDate first = LocalDate.of(2026, month, 2);
    RowMaker maker =
        new RowMaker(
            PackageTables.schema(Section.TELEMETRY, MadePackages.CATALOGUE, MadePackages.COLUMNS));
    for (int i = 0; i < 60_000; i++) {
      Instant at = first.atStartOfDay(MadePackages.SHANGHAI).toInstant().plusSeconds(30L * i);
      content.add(
          Section.TELEMETRY,
          maker.of(
              Map.of(
                  "owner_id",
                  MadePackages.OWNER,
                  "vin",
                  MadePackages.VIN,
                  "captured_at",
                  at,
                  "soc_percent",
                  i * 1.000001 % 100,
                  "latitude_deg",
                  31 + i * 1e-6)));
    }
  }

  private static long kept() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
