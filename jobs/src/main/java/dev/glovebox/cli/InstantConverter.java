package dev.glovebox.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an instant with its offset, as 2026-12-05T03:00:00Z. */
final class InstantConverter implements ITypeConverter<Instant> {

  @Override
  public Instant convert(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException noInstant) {
      throw new TypeConversionException(
          "\"" + text + "\" is no instant; write it with its offset, as 2026-12-05T03:00:00Z");
    }
  }
}
