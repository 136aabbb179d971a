package dev.glovebox.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class FleetTelemetryAdapterTest {
  private static final RawObject ABOUT = new RawObject("a.jsonl", Readings.LATEST_MICROS);

  private static ByteArrayInputStream object() {
    String line = Readings.record(Readings.item("Soc", "{\"doubleValue\":7}"));
    return new ByteArrayInputStream(line.getBytes(UTF_8));
  }

  @Test
  void travelsToAnotherProcess() throws IOException, ClassNotFoundException {
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(sent)) {
      out.writeObject(new FleetTelemetryAdapter(Readings.FIELDS, Readings.LINE_BYTES));
    }
    Adapter arrived;
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(sent.toByteArray()))) {
      arrived = (Adapter) in.readObject();
    }
    assertThat(arrived.source()).isEqualTo("fleet-telemetry");
    assertThat(Readings.values(arrived.read(object(), ABOUT).next())).containsExactly("Soc=7.0");
  }

  @Test
  void endsAfterTheLastMessage() {
    Iterator<Message> messages =
        new FleetTelemetryAdapter(Readings.FIELDS, 1000).read(object(), ABOUT);
    assertThat(messages.next().position()).isEqualTo(1);
    assertThat(messages.hasNext()).isFalse();
    assertThatThrownBy(messages::next).isInstanceOf(NoSuchElementException.class).hasMessage(null);
  }

  @Test
  void refusesALimitThatNoLineCanMeet() {
    assertThatThrownBy(() -> new FleetTelemetryAdapter(Readings.FIELDS, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The limit of a line has to be at least 1 byte. Provided: 0");
  }
}
