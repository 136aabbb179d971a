package dev.glovebox.source;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.glovebox.signal.Field;
import dev.glovebox.signal.Part;
import dev.glovebox.source.Json.Form;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the plain twin makes of one item: the tree taken apart by hand. */
final class TwinValues {
  private static final Pattern PLACE =
      Pattern.compile("\\(([0-9][^ ]*) ([NS]), ([0-9][^ ]*) ([EW])\\)");

  enum Fate {
    READ,
    UNLISTED,
    UNPUBLISHED,
    REJECTED
  }

  record Result(Fate fate, String signal, Rejection reason, String text) {}

  private TwinValues() {}

  static Result decode(RecordKind kind, Json item) {
    return switch (kind) {
      case VEHICLE_DATA -> value(item);
      case ALERTS -> attempt(knownName(item), () -> alert(item));
      case CONNECTIVITY -> attempt("status", () -> connectivity(item));
      default -> new Result(Fate.UNPUBLISHED, "", null, null);
    };
  }

  private static Result attempt(String signal, Supplier<String> decoder) {
    try {
      return new Result(Fate.READ, signal, null, decoder.get());
    } catch (TwinScalars.Refused refused) {
      return new Result(Fate.REJECTED, signal, refused.reason, null);
    }
  }

  private static Result value(Json item) {
    List<Json> keys = item.all("key");
    if (!item.is(Form.OBJECT) || keys.size() != 1 || !TwinScalars.isText(keys.get(0))) {
      return new Result(Fate.REJECTED, "", Rejection.WRONG_TYPE, null);
    }
    String name = keys.get(0).text();
    if (Readings.FIELDS.listedUnpublished(name)) {
      return new Result(Fate.UNPUBLISHED, name, null, null);
    }
    Field field = Readings.FIELDS.find(name);
    return field == null
        ? new Result(Fate.UNLISTED, name, null, null)
        : attempt(name, () -> name + "=" + field(field, item.all("value")));
  }

  private static String field(Field field, List<Json> values) {
    TwinScalars.check(!values.isEmpty(), Rejection.INVALID);
    TwinScalars.check(values.size() == 1, Rejection.WRONG_TYPE);
    TwinScalars.check(!values.get(0).is(Form.NULL), Rejection.INVALID);
    TwinScalars.check(values.get(0).is(Form.OBJECT), Rejection.WRONG_TYPE);
    List<Map.Entry<String, Json>> arms =
        values.get(0).members().stream().filter(arm -> !arm.getValue().is(Form.NULL)).toList();
    boolean marked = arms.stream().anyMatch(arm -> arm.getKey().equals("invalid"));
    TwinScalars.check(!arms.isEmpty() && !marked, Rejection.INVALID);
    TwinScalars.check(arms.size() == 1, Rejection.WRONG_TYPE);
    Json arm = arms.get(0).getValue();
    return switch (field.shape()) {
      case SCALAR, LINE -> TwinScalars.scalar(field.parts().get(0), arm);
      case POSITION -> position(field, arm);
      case PARTS -> parts(field, arm);
    };
  }

  private static String position(Field field, Json arm) {
    double[] place = arm.is(Form.OBJECT) ? coordinates(arm) : placeText(arm);
    TwinScalars.check(place[0] != 0 || place[1] != 0, Rejection.INVALID);
    for (int i = 0; i < 2; i++) {
      TwinScalars.inRange(field.parts().get(i).signal(), place[i]);
    }
    return (place[0] + 0.0) + "|" + (place[1] + 0.0);
  }

  private static double[] coordinates(Json arm) {
    Map<String, Double> halves = new HashMap<>();
    for (Map.Entry<String, Json> member : arm.members()) {
      boolean counts = List.of("latitude", "longitude").contains(member.getKey());
      if (counts && !member.getValue().is(Form.NULL)) {
        TwinScalars.check(!halves.containsKey(member.getKey()), Rejection.WRONG_TYPE);
        halves.put(member.getKey(), TwinScalars.number(member.getValue()));
      }
    }
    TwinScalars.check(halves.size() == 2, Rejection.INVALID);
    return new double[] {halves.get("latitude"), halves.get("longitude")};
  }

  private static double[] placeText(Json arm) {
    TwinScalars.checkMark(arm);
    TwinScalars.check(arm.is(Form.TEXT), Rejection.WRONG_TYPE);
    Matcher matcher = PLACE.matcher(arm.text());
    boolean shaped =
        matcher.matches()
            && TwinScalars.DECIMAL.matcher(matcher.group(1)).matches()
            && TwinScalars.DECIMAL.matcher(matcher.group(3)).matches();
    TwinScalars.check(shaped, Rejection.WRONG_TYPE);
    double north = Double.parseDouble(matcher.group(1));
    double east = Double.parseDouble(matcher.group(3));
    TwinScalars.check(Double.isFinite(north) && Double.isFinite(east), Rejection.WRONG_TYPE);
    return new double[] {
      matcher.group(2).equals("S") ? -north : north, matcher.group(4).equals("W") ? -east : east
    };
  }

  private static String parts(Field field, Json arm) {
    List<String> names = field.parts().stream().map(Part::name).toList();
    if (arm.is(Form.OBJECT)) {
      arm.members().stream()
          .filter(member -> names.contains(member.getKey()) && !member.getValue().is(Form.NULL))
          .forEach(member -> TwinScalars.check(isTruth(member.getValue()), Rejection.WRONG_TYPE));
      names.forEach(name -> TwinScalars.check(arm.given(name).size() <= 1, Rejection.WRONG_TYPE));
      TwinScalars.check(
          names.stream().anyMatch(name -> !arm.given(name).isEmpty()), Rejection.INVALID);
      return names.stream()
          .map(
              name ->
                  arm.given(name).isEmpty() ? "-" : "" + TwinScalars.truth(arm.given(name).get(0)))
          .collect(Collectors.joining("|"));
    }
    TwinScalars.checkMark(arm);
    TwinScalars.check(arm.is(Form.TEXT), Rejection.WRONG_TYPE);
    List<String> open =
        arm.text().isEmpty() ? List.of() : Arrays.asList(arm.text().split("\\|", -1));
    TwinScalars.check(names.containsAll(open), Rejection.WRONG_TYPE);
    return names.stream().map(name -> "" + open.contains(name)).collect(Collectors.joining("|"));
  }

  private static boolean isTruth(Json value) {
    boolean word = value.is(Form.TEXT) || value.is(Form.BOOLEAN);
    return word && value.text().matches("(?i)true|false");
  }

  private static String knownName(Json alert) {
    List<Json> names = alert.given("name");
    return names.stream().filter(TwinScalars::isText).map(Json::text).findFirst().orElse("");
  }

  private static String alert(Json alert) {
    List<Json> names = alert.given("name");
    List<Json> audiences = alert.given("audiences");
    TwinScalars.check(alert.is(Form.OBJECT) && names.size() == 1, Rejection.WRONG_TYPE);
    TwinScalars.check(
        TwinScalars.isText(names.get(0)) && audiences.size() <= 1, Rejection.WRONG_TYPE);
    audiences.forEach(list -> TwinScalars.check(list.is(Form.ARRAY), Rejection.WRONG_TYPE));
    List<Json> texts = audiences.isEmpty() ? List.of() : audiences.get(0).items();
    TwinScalars.check(texts.stream().allMatch(TwinScalars::isText), Rejection.WRONG_TYPE);
    String list = texts.stream().map(text -> quoted(text.text())).collect(Collectors.joining(","));
    return String.format(
        "{\"name\":%s,\"audiences\":[%s],\"started_at\":%s,\"ended_at\":%s}",
        quoted(names.get(0).text()), list, micros(alert, "startedAt"), micros(alert, "endedAt"));
  }

  private static String micros(Json alert, String key) {
    List<Json> instants = alert.given(key);
    if (instants.isEmpty()) {
      return "null";
    }
    TwinScalars.check(instants.size() == 1 && instants.get(0).is(Form.TEXT), Rejection.WRONG_TYPE);
    long micros = TwinScalars.instant(instants.get(0).text());
    TwinScalars.check(micros != Message.NO_INSTANT, Rejection.WRONG_TYPE);
    return Long.toString(micros);
  }

  private static String connectivity(Json record) {
    TwinScalars.check(!record.given("status").isEmpty(), Rejection.WRONG_TYPE);
    return String.format(
        "{\"connection_id\":%s,\"status\":%s,\"network_interface\":%s}",
        textOrNull(record, "connectionId"),
        textOrNull(record, "status"),
        textOrNull(record, "networkInterface"));
  }

  private static String textOrNull(Json record, String key) {
    List<Json> given = record.given(key);
    TwinScalars.check(given.stream().allMatch(TwinScalars::isText), Rejection.WRONG_TYPE);
    return given.isEmpty() ? "null" : quoted(given.get(0).text());
  }

  private static String quoted(String text) {
    return TextNode.valueOf(text).toString();
  }
}
