package dev.glovebox.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TenureRowsTest {

  private static final String HEADER = "vin,owner_id,role,valid_from,valid_to\n";
  private static final String GOOD =
      "V1,anna,owner,2026-01-01T00:00:00+08:00,2026-02-01T00:00:00+08:00\n";
  private static final long NEW_YEAR_MICROS = 1_767_196_800_000_000L;

  @Test
  void readsRowsInTheirOrder() throws IOException {
    assertThat(read(HEADER + GOOD + "V2,bert,renter,2025-12-31T16:00:00Z,\n"))
        .containsExactly(
            new Tenure(
                "V1", "anna", Role.OWNER, NEW_YEAR_MICROS, NEW_YEAR_MICROS + 31 * 86_400_000_000L),
            new Tenure("V2", "bert", Role.RENTER, NEW_YEAR_MICROS, Tenure.STILL));
  }

  @Test
  void readsColumnsInAnyOrderAmongOthers() throws IOException {
    assertThat(
            read(
                """
                note,valid_to,role,owner_id,valid_from,vin
                "sold, twice",,lessee,anna,2025-12-31T16:00:00.1234567Z,V1
                """))
        .containsExactly(
            new Tenure("V1", "anna", Role.LESSEE, NEW_YEAR_MICROS + 123_456, Tenure.STILL));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFEFFvin,owner_id,role,valid_from,valid_to\r\nV1,anna,owner,2025-12-31T16:00:00Z,\r\n",
        "vin, owner_id, role, valid_from, valid_to\n V1 , anna ,owner , 2025-12-31T16:00:00Z , \n",
        """
        "vin","owner_id","role","valid_from","valid_to"

        "V1","anna","owner","2025-12-31T16:00:00Z",""

        """
      })
  void toleratesMarksBlanksQuotesAndEmptyLines(String csv) throws IOException {
    assertThat(read(csv))
        .containsExactly(new Tenure("V1", "anna", Role.OWNER, NEW_YEAR_MICROS, Tenure.STILL));
  }

  @Test
  void readsATableWithoutRows() throws IOException {
    assertThat(read(HEADER)).isEmpty();
    assertThat(TenureRows.parse(List.of())).isEmpty();
  }

  @Test
  void readsRowsOfAnotherTable() {
    Map<String, String> row = new HashMap<>();
    row.put("vin", " V1");
    row.put("owner_id", "anna ");
    row.put("role", "owner");
    row.put("valid_from", "2026-01-01T00:00:00+08:00");
    row.put("valid_to", null);
    assertThat(TenureRows.parse(List.of(row)))
        .containsExactly(new Tenure("V1", "anna", Role.OWNER, NEW_YEAR_MICROS, Tenure.STILL));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ,anna,owner,2026-01-01T00:00:00Z, | vin is empty.
          V1,,owner,2026-01-01T00:00:00Z, | owner_id is empty.
          V1,__HIVE_DEFAULT_PARTITION__,owner,2026-01-01T00:00:00Z, | owner_id is a name that stands for nobody in partitions.
          V1,anna,,2026-01-01T00:00:00Z, | role has to be owner, lessee or renter.
          V1,anna,Owner,2026-01-01T00:00:00Z, | role has to be owner, lessee or renter.
          V1,anna,thief,2026-01-01T00:00:00Z, | role has to be owner, lessee or renter.
          V1,anna,owner,, | valid_from is empty.
          V1,anna,owner,2026-01-01, | valid_from has to be an instant with its offset, such as \
          2026-01-01T00:00:00+08:00.
          V1,anna,owner,2026-01-01T00:00:00, | valid_from has to be an instant with its offset, \
          such as 2026-01-01T00:00:00+08:00.
          V1,anna,owner,2026-01-01T00:00:00Z,never | valid_to has to be an instant with its \
          offset, such as 2026-01-01T00:00:00+08:00.
          V1,anna,owner,2026-01-01T00:00:00Z,2026-01-01T08:00:00+08:00 | \
          valid_to has to be later than valid_from.
          V1,anna,owner,2026-01-01T00:00:00Z,+999999999-01-01T00:00:00Z | \
          valid_to has to be an instant with its offset, such as 2026-01-01T00:00:00+08:00.
          V1,anna,owner,2026-01-01T00:00:00Z | has 4 cells, the header has 5.
          V1,anna,owner,2026-01-01T00:00:00Z,,x | has 6 cells, the header has 5.
          """)
  void refusesRowsThatAreNoTenure(String row, String problem) {
    assertThat(faults(HEADER + GOOD + row + "\n" + GOOD)).containsExactly("row 2: " + problem);
  }

  @Test
  void tellsEveryFaultButNoPersonAndNoVehicle() {
    assertThatThrownBy(
            () ->
                read(
                    HEADER
                        + ",anna,thief,soon,\n"
                        + GOOD
                        + "LRW1,anna,owner,2026-01-01T00:00:00Z,2025-01-01T00:00:00Z\n"))
        .isInstanceOf(RegistryException.class)
        .hasMessage(
            """
            The registry's tenures cannot be used. Correct the rows; nothing is published until \
            every row is understood.
            - row 1: vin is empty.
            - row 1: role has to be owner, lessee or renter.
            - row 1: valid_from has to be an instant with its offset, such as \
            2026-01-01T00:00:00+08:00.
            - row 3: valid_to has to be later than valid_from.\
            """);
  }

  @Test
  void tellsWhichColumnsTheHeaderLacksOrRepeats() {
    assertThat(faults("vin,role,valid_from,valid_to,vin\nV1,owner,x,y,V1\n"))
        .containsExactly(
            "the header names the column vin 2 times, not once.",
            "the header names the column owner_id 0 times, not once.");
  }

  @Test
  void refusesAnEmptyFile() {
    assertThat(faults(""))
        .containsExactly(
            "the file is empty: it needs the header vin,owner_id,role,valid_from,valid_to.");
  }

  @Test
  void tellsWhichColumnsARowLacks() {
    assertThatThrownBy(() -> TenureRows.parse(List.of(Map.of("vin", "V1", "role", "owner"))))
        .isInstanceOf(RegistryException.class)
        .hasMessageEndingWith("\n- row 1: has no column owner_id, valid_from, valid_to.");
  }

  @Test
  void refusesAQuotationMarkThatNobodyClosesAndRepeatsNothing() {
    assertThat(faults(HEADER + GOOD + "V1,\"anna,owner,2026-01-01T00:00:00Z,\n" + GOOD))
        .containsExactly(
            "row 2: is not CSV, nor is what follows. Look for a stray quotation mark.");
  }

  @Test
  void listsFiftyFaultsAndCountsTheRest() {
    assertThat(faults(HEADER + "V1,,owner,2026-01-01T00:00:00Z,\n".repeat(57)))
        .hasSize(51)
        .startsWith("row 1: owner_id is empty.")
        .endsWith("row 50: owner_id is empty.", "and 7 more");
  }

  @Test
  void passesOnThatTheFileCannotBeRead() {
    Reader broken =
        new Reader() {
          @Override
          public int read(char[] buffer, int offset, int length) throws IOException {
            throw new IOException("the disk is gone");
          }

          @Override
          public void close() {}
        };
    assertThatThrownBy(() -> TenureRows.parseCsv(broken))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the disk is gone");
  }

  private static List<Tenure> read(String csv) throws IOException {
    return TenureRows.parseCsv(new StringReader(csv));
  }

  private static List<String> faults(String csv) {
    try {
      read(csv);
      return List.of();
    } catch (RegistryException e) {
      return e.faults();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
