package dev.glovebox.cli;

import dev.glovebox.simulate.Rate;
import java.util.Iterator;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code arm-drift=0.02}. */
final class RateConverter implements ITypeConverter<RateConverter.RateShare> {

  /** One {@code --rate}. */
  record RateShare(Rate rate, double share) {}

  @Override
  public RateShare convert(String text) {
    int end = text.indexOf('=');
    if (end < 1) {
      throw new TypeConversionException("it takes NAME=SHARE, as --rate broken-line=0.01");
    }
    String name = text.substring(0, end);
    Rate rate =
        Rate.of(name)
            .orElseThrow(
                () ->
                    new TypeConversionException(
                        "\"" + name + "\" is no rate; simulate --help lists them"));
    return new RateShare(rate, share(text.substring(end + 1)));
  }

  private static double share(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException noNumber) {
      throw new TypeConversionException("\"" + text + "\" is no share; write a number from 0 to 1");
    }
  }

  /** For the help. */
  static final class Names implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return Stream.of(Rate.values()).map(Rate::code).iterator();
    }
  }
}
