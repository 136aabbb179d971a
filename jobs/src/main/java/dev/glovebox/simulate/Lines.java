package dev.glovebox.simulate;

import java.io.IOException;
import java.io.OutputStream;

/** The lines of an object; what is begun is written as one line at its end. */
final class Lines {

  private final JsonBytes json = new JsonBytes();
  private int begun;
  private boolean first;

  /** Whether a message says that it is a resend. */
  enum Resend {
    YES,
    NO
  }

  JsonBytes json() {
    return json;
  }

  void writeTo(OutputStream out) throws IOException {
    json.writeTo(out);
  }

  void beginData() {
    begun = json.size();
    first = true;
    json.ascii("{\"data\":[");
  }

  /** Between two items, and harmlessly before the first. */
  void separate() {
    if (!first) {
      json.put(',');
    }
    first = false;
  }

  void cancel() {
    json.cutTo(begun);
  }

  void endData(String vin, long micros, int nanos, Resend resend) {
    json.ascii("],\"createdAt\":\"").instant(micros, nanos);
    json.ascii("\",\"vin\":\"").ascii(vin);
    json.ascii(resend == Resend.YES ? "\",\"isResend\":true}\n" : "\",\"isResend\":false}\n");
  }
}
