package dev.glovebox.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.glovebox.signal.Field;
import dev.glovebox.signal.ValueWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Doors, tyres: yes or no for each part, sent as an object by the parts' names. Older cars send
 * text, the names of the parts for which it is yes, joined with {@code |}.
 */
final class PartsDecoder implements ValueDecoder {
  private enum State {
    MISSING,
    YES,
    NO
  }

  private final Map<String, Integer> indexes = new HashMap<>();
  private final State[] states;

  PartsDecoder(Field field) {
    field.parts().forEach(part -> indexes.put(part.name(), indexes.size()));
    this.states = new State[indexes.size()];
  }

  @Override
  public Rejection decode(JsonParser value, ValueWriter writer) throws IOException {
    Rejection rejection =
        switch (value.currentToken()) {
          case START_OBJECT -> readObject(value);
          case VALUE_STRING -> readText(value);
          default -> TextDecoder.whyNot(value);
        };
    return rejection == null ? write(writer) : rejection;
  }

  private Rejection readObject(JsonParser value) throws IOException {
    Arrays.fill(states, State.MISSING);
    Rejection fault = null;
    for (String name = value.nextFieldName(); name != null; name = value.nextFieldName()) {
      JsonToken token = value.nextToken();
      Integer index = indexes.get(name);
      if (index == null || token == JsonToken.VALUE_NULL) {
        value.skipChildren();
      } else if (!readPart(value, index)) {
        fault = Rejection.WRONG_TYPE;
      }
    }
    return fault;
  }

  private boolean readPart(JsonParser value, int index) throws IOException {
    Optional<Boolean> read = BooleanDecoder.read(value);
    value.skipChildren();
    if (read.isEmpty() || states[index] != State.MISSING) {
      return false;
    }
    states[index] = read.get() ? State.YES : State.NO;
    return true;
  }

  private Rejection readText(JsonParser value) throws IOException {
    Arrays.fill(states, State.NO);
    String text = value.getText();
    if (text.isEmpty()) {
      return null;
    }
    for (String name : text.split("\\|", -1)) {
      Integer index = indexes.get(name);
      if (index == null) {
        return TextDecoder.whyNot(value);
      }
      states[index] = State.YES;
    }
    return null;
  }

  private Rejection write(ValueWriter writer) {
    if (Arrays.stream(states).allMatch(state -> state == State.MISSING)) {
      return Rejection.INVALID;
    }
    for (State state : states) {
      if (state == State.MISSING) {
        writer.addMissing();
      } else {
        writer.addBoolean(state == State.YES);
      }
    }
    return null;
  }
}
