package dev.glovebox.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.glovebox.signal.Catalogue;
import dev.glovebox.signal.Field;
import dev.glovebox.signal.ValueCursor;
import dev.glovebox.signal.ValueWriter;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class EnumerationDecoderTest {

  private final Catalogue catalogue = Catalogue.packaged();

  @Test
  void readsABooleanWhereTheCatalogueListsTrueAndFalse() throws IOException {
    assertThat(decoded("DriverSeatBelt", "true")).isEqualTo("true");
    assertThat(decoded("DriverSeatBelt", "\"true\"")).isEqualTo("true");
    assertThat(decoded("DriverSeatBelt", "\"BuckleStatusLatched\"")).isEqualTo("Latched");
  }

  @Test
  void rejectsABooleanElsewhere() throws IOException {
    assertThat(decoded("Gear", "true")).isEqualTo(Rejection.WRONG_TYPE);
    assertThat(decoded("Gear", "\"true\"")).isEqualTo(Rejection.OUT_OF_RANGE);
  }

  private Object decoded(String name, String json) throws IOException {
    Field field = catalogue.fields(FleetTelemetryAdapter.SOURCE).find(name);
    ValueWriter writer = new ValueWriter();
    writer.begin(field);
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      parser.nextToken();
      Rejection rejection = new EnumerationDecoder(field.parts().get(0)).decode(parser, writer);
      if (rejection != null) {
        return rejection;
      }
    }
    writer.end();
    ValueCursor cursor = new ValueCursor();
    cursor.reset(writer.toBytes());
    cursor.next();
    cursor.nextPart();
    return cursor.readString();
  }
}
