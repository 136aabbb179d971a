package dev.glovebox.source;

import com.fasterxml.jackson.core.JsonParser;
import dev.glovebox.signal.Field;
import dev.glovebox.signal.Fields;
import dev.glovebox.signal.ValueWriter;
import java.io.IOException;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Decodes the items of {@code data} in their regular form, name first and value second. A value
 * that is not regular is handed to {@link ValueDecoders} alone.
 */
final class RegularItems {

  private static final byte[] KEY = RegularValues.ascii("key");
  private static final byte[] VALUE = RegularValues.ascii("value");

  private final NamesInBytes<Field> names;
  private final NamesInBytes<String> unpublished;
  private final RegularValues regular;
  private final ValueDecoders plain;
  private final ValueWriter writer = new ValueWriter();

  private RegularJson json;
  private Contents contents;
  private Rejection fault;

  RegularItems(Fields fields) {
    names =
        new NamesInBytes<>(
            fields.all().stream().collect(Collectors.toMap(Field::name, Function.identity())));
    unpublished =
        new NamesInBytes<>(
            fields.unpublished().stream()
                .collect(Collectors.toMap(Function.identity(), Function.identity())));
    regular = new RegularValues(fields);
    plain = new ValueDecoders(fields);
  }

  /** Reads the list and keeps its values as one block; false if it is not regular. */
  boolean decode(RegularJson line, Contents target) {
    json = line;
    contents = target;
    writer.clear();
    if (!json.take('[')) {
      return false;
    }
    boolean sound = json.isNext(']') || decodeItem();
    while (sound && json.take(',')) {
      sound = decodeItem();
    }
    if (!sound || !json.take(']')) {
      return false;
    }
    contents.keep(writer.toBytes());
    return true;
  }

  private boolean decodeItem() {
    int start = json.start();
    if (!json.take('{') || !json.takeText(KEY) || !json.take(':') || !json.takeText()) {
      return false;
    }
    Field field = json.find(names);
    boolean listed = field != null || json.find(unpublished) != null;
    if (!json.take(',') || !json.takeText(VALUE) || !json.take(':')) {
      return false;
    }
    contents.meet();
    fault = null;
    boolean sound = field == null ? skip(listed) : decode(field);
    if (!sound || !json.take('}')) {
      return false;
    }
    if (fault != null) {
      contents.reject(field.name(), fault, RawText.of(json.bytes(), start, json.at()));
    }
    return true;
  }

  private boolean decode(Field field) {
    int start = json.start();
    writer.begin(field);
    if (regular.decode(field.id(), json, writer)) {
      writer.end();
      return true;
    }
    writer.cancel();
    json.returnTo(start);
    return decodePlainly(field, start);
  }

  private boolean decodePlainly(Field field, int start) {
    if (!json.takeToClosing()) {
      return false;
    }
    try (JsonParser value = StrictJson.parser(json.bytes(), start, json.at())) {
      value.nextToken();
      writer.begin(field);
      fault = OneOf.decode(value, plain.of(field.id()), writer);
      if (fault == null) {
        writer.end();
      } else {
        writer.cancel();
      }
      return value.nextToken() == null;
    } catch (IOException notJson) {
      return false;
    }
  }

  private boolean skip(boolean listed) {
    if (listed) {
      contents.addUnpublished();
    } else {
      contents.addUnlisted();
    }
    int start = json.start();
    if (!json.takeToClosing()) {
      return false;
    }
    try (JsonParser value = StrictJson.parser(json.bytes(), start, json.at())) {
      value.nextToken();
      value.skipChildren();
      return value.nextToken() == null;
    } catch (IOException notJson) {
      return false;
    }
  }
}
