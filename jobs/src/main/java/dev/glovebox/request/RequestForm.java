package dev.glovebox.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.glovebox.request.Request.Kind;
import dev.glovebox.request.Request.Language;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads the lines of request files, strictly: {@code request_id, kind, owner_id, received_at}, and
 * where they are wanted {@code vins, from, to, at, locale}. A key that is null counts as left out.
 */
final class RequestForm {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final Set<String> KEYS =
      Set.of("request_id", "kind", "owner_id", "received_at", "vins", "from", "to", "at", "locale");

  /** One element of a path on every store and every computer, and in a zip. */
  private static final Pattern SAFE_ID =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,126}[A-Za-z0-9_-])?");

  private static final int LONGEST_NAME = 256;
  private static final int MOST_VINS = 10_000;
  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private final RequestLine line;
  private final JsonNode node;
  private final EnumSet<Reason> faults = EnumSet.noneOf(Reason.class);

  private RequestForm(RequestLine line, JsonNode node) {
    this.line = line;
    this.node = node;
  }

  /** What a line asks; whatever it holds, this is an answer. */
  static Filing read(RequestLine line) {
    try {
      JsonNode node = JSON.readTree(line.text());
      if (node != null && node.isObject()) {
        return new RequestForm(line, node).filing();
      }
    } catch (JsonProcessingException malformed) {
      // Without a word of it: it quotes the line.
    }
    return new Filing(Asked.nothing(line.madeId()), line.madeId(), Optional.of(Reason.MALFORMED));
  }

  private Filing filing() {
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!KEYS.contains(key)) {
                faults.add(Reason.UNKNOWN_KEY);
              }
            });
    Asked asked =
        new Asked(
            id(),
            required("kind").flatMap(this::kind),
            required("owner_id").flatMap(this::name),
            required("received_at").flatMap(this::instant),
            vins(),
            given("from").flatMap(this::instant),
            given("to").flatMap(this::instant),
            given("at").flatMap(this::instant),
            given("locale").flatMap(this::language).orElse(Language.ENGLISH));
    checkTimes(asked);
    return new Filing(asked, line.madeId(), faults.stream().findFirst());
  }

  private String id() {
    Optional<String> id =
        required("request_id").filter(JsonNode::isTextual).map(JsonNode::textValue);
    if (id.filter(text -> SAFE_ID.matcher(text).matches()).isPresent()) {
      return id.get();
    }
    if (given("request_id").isPresent()) {
      faults.add(Reason.UNSAFE_ID);
    }
    return line.madeId();
  }

  private void checkTimes(Asked asked) {
    boolean isIncident = asked.kind().equals(Optional.of(Kind.INCIDENT));
    if (isIncident && given("at").isEmpty()) {
      faults.add(Reason.MISSING_FIELD);
    }
    boolean hasStray =
        isIncident ? asked.from().isPresent() || asked.to().isPresent() : asked.at().isPresent();
    boolean isAhead =
        asked.at().isPresent()
            && asked.receivedAt().isPresent()
            && asked.at().get().isAfter(asked.receivedAt().get());
    if (hasStray || isAhead) {
      faults.add(Reason.INVALID_FIELD);
    }
    if (asked.from().isPresent()
        && asked.to().isPresent()
        && !asked.from().get().isBefore(asked.to().get())) {
      faults.add(Reason.EMPTY_PERIOD);
    }
  }

  private List<String> vins() {
    Optional<JsonNode> list = given("vins");
    if (list.isEmpty()) {
      return List.of();
    }
    List<String> vins = new ArrayList<>();
    list.get().forEach(item -> name(item).ifPresent(vins::add));
    if (!list.get().isArray() || vins.isEmpty() || vins.size() > MOST_VINS) {
      faults.add(Reason.INVALID_FIELD);
    }
    return vins.stream().distinct().toList();
  }

  private Optional<Kind> kind(JsonNode value) {
    return one(List.of(Kind.values()), Kind::code, value, Reason.UNKNOWN_KIND);
  }

  private Optional<Language> language(JsonNode value) {
    return one(List.of(Language.values()), Language::tag, value, Reason.INVALID_FIELD);
  }

  private <T> Optional<T> one(
      List<T> all, Function<T, String> code, JsonNode value, Reason otherwise) {
    Optional<T> found =
        all.stream().filter(each -> code.apply(each).equals(value.textValue())).findFirst();
    if (found.isEmpty()) {
      faults.add(otherwise);
    }
    return found;
  }

  private Optional<String> name(JsonNode value) {
    String text = value.textValue();
    if (text == null
        || text.isBlank()
        || text.length() > LONGEST_NAME
        || text.chars().anyMatch(Character::isISOControl)) {
      faults.add(Reason.INVALID_FIELD);
      return Optional.empty();
    }
    return Optional.of(text);
  }

  /** To the microsecond, as the tables keep it. */
  private Optional<Instant> instant(JsonNode value) {
    try {
      Instant instant =
          OffsetDateTime.parse(String.valueOf(value.textValue()))
              .toInstant()
              .truncatedTo(ChronoUnit.MICROS);
      if (!instant.isBefore(EARLIEST) && instant.isBefore(LATEST)) {
        return Optional.of(instant);
      }
    } catch (DateTimeException noInstant) {
      // told below
    }
    faults.add(Reason.INVALID_FIELD);
    return Optional.empty();
  }

  private Optional<JsonNode> required(String key) {
    Optional<JsonNode> value = given(key);
    if (value.isEmpty()) {
      faults.add(Reason.MISSING_FIELD);
    }
    return value;
  }

  private Optional<JsonNode> given(String key) {
    return Optional.ofNullable(node.get(key)).filter(value -> !value.isNull());
  }
}
