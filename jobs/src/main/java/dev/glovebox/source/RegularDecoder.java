package dev.glovebox.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.glovebox.signal.Fields;

/**
 * Reads a line of vehicle data in the form in which nearly all come, in one pass over its bytes. It
 * gives a message only where {@link RecordDecoder}, which is its plain twin and reads everything,
 * gives the same; every doubt it leaves to that one.
 */
final class RegularDecoder {

  private static final byte[] DATA = RegularValues.ascii("data");
  private static final byte[] CREATED_AT = RegularValues.ascii("createdAt");
  private static final byte[] VIN = RegularValues.ascii("vin");
  private static final byte[] IS_RESEND = RegularValues.ascii("isResend");
  private static final byte[] TRUE = RegularValues.ascii("true");
  private static final byte[] FALSE = RegularValues.ascii("false");
  private static final int LONGEST_INSTANT = 64;

  private final RawObject about;
  private final RegularItems items;
  private final RegularJson json = new RegularJson();
  private final Contents contents = new Contents();
  private final char[] characters = new char[LONGEST_INSTANT];

  private boolean dataMet;
  private String vin;
  private long capturedAtMicros;

  RegularDecoder(Fields fields, RawObject about) {
    this.about = about;
    this.items = new RegularItems(fields);
  }

  /** The message of a line; null if the line is not regular or there is anything to reject. */
  Message decode(Line line) {
    boolean regular =
        line.encoding() == Line.Encoding.ASCII
            && line.extent() != Line.Extent.TOO_LONG
            && read(line)
            && isAcceptable();
    return regular ? message(line) : null;
  }

  private boolean read(Line line) {
    json.reset(line.bytes(), line.start(), line.end());
    contents.clear();
    dataMet = false;
    vin = null;
    capturedAtMicros = Message.NO_INSTANT;
    if (!json.take('{')) {
      return false;
    }
    boolean sound = readMember();
    while (sound && json.take(',')) {
      sound = readMember();
    }
    return sound && json.take('}') && json.isAtEnd();
  }

  private boolean readMember() {
    if (!json.takeText()) {
      return false;
    }
    if (json.textIs(DATA)) {
      boolean first = !dataMet;
      dataMet = true;
      return first && json.take(':') && items.decode(json, contents);
    }
    if (json.textIs(CREATED_AT)) {
      return json.take(':') && json.takeText() && readCapturedAt();
    }
    if (json.textIs(VIN)) {
      return json.take(':') && json.takeText() && readVin();
    }
    return json.textIs(IS_RESEND) && json.take(':') && takeBoolean();
  }

  private boolean readCapturedAt() {
    int length = json.textEnd() - json.textStart();
    if (capturedAtMicros != Message.NO_INSTANT || length > LONGEST_INSTANT) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      characters[i] = (char) json.bytes()[json.textStart() + i];
    }
    capturedAtMicros = InstantParser.parse(characters, 0, length);
    return capturedAtMicros != Message.NO_INSTANT;
  }

  private boolean readVin() {
    boolean first = vin == null;
    int length = json.textEnd() - json.textStart();
    vin = new String(json.bytes(), json.textStart(), length, ISO_8859_1);
    return first && !vin.isBlank();
  }

  private boolean takeBoolean() {
    return json.takeWord(TRUE) || json.takeWord(FALSE);
  }

  private boolean isAcceptable() {
    return vin != null
        && capturedAtMicros != Message.NO_INSTANT
        && capturedAtMicros <= about.latestInstantMicros()
        && contents.values() > 0;
  }

  private Message message(Line line) {
    return new Message(
        RecordKind.VEHICLE_DATA,
        about.name(),
        line.position(),
        vin,
        capturedAtMicros,
        contents.values(),
        null,
        null,
        contents.content(),
        contents.unlisted(),
        contents.unpublished(),
        contents.rejected());
  }
}
