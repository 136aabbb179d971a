package dev.glovebox.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

/**
 * The days by which deadlines are counted: Monday to Friday, without holidays and with make-up
 * days. Of a year that it does not know, every Monday to Friday counts.
 */
public final class WorkingDays {

  /** The calendar that applies when the configuration names none: a resource on the class path. */
  public static final String PACKAGED = "/schemas/working-days.yaml";

  private final Set<Integer> years;
  private final Set<LocalDate> holidays;
  private final Set<LocalDate> makeUpDays;

  /**
   * @param years that are known
   * @param holidays on which nobody works, though others of their week day do
   * @param makeUpDays on which people work, though others of their week day do not
   */
  WorkingDays(Set<Integer> years, Set<LocalDate> holidays, Set<LocalDate> makeUpDays) {
    this.years = Set.copyOf(years);
    this.holidays = Set.copyOf(holidays);
    this.makeUpDays = Set.copyOf(makeUpDays);
  }

  /** China's, for the years that were published when this program was. */
  public static WorkingDays packaged() {
    try (InputStream yaml = WorkingDays.class.getResourceAsStream(PACKAGED)) {
      if (yaml == null) {
        throw new IllegalStateException(
            "The packaged calendar is not on the class path. Build the project anew.");
      }
      return parse(new String(yaml.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a calendar.
   *
   * @param yaml one YAML document, as {@code schemas/working-days.yaml}
   * @throws WorkingDaysException with every fault
   */
  public static WorkingDays parse(String yaml) {
    return new WorkingDaysReader().read(yaml);
  }

  /** Whether it is a day to work. */
  public boolean contains(LocalDate day) {
    boolean isWeekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return isWeekend ? makeUpDays.contains(day) : !holidays.contains(day);
  }

  /**
   * The last of so many working days.
   *
   * @param day after which they begin
   * @param count at least 1
   */
  public LocalDate after(LocalDate day, int count) {
    LocalDate last = day;
    for (int counted = 0; counted < count; counted += contains(last) ? 1 : 0) {
      last = last.plusDays(1);
    }
    return last;
  }

  /** The years of these days that it does not know. */
  public Set<Integer> unknownYears(LocalDate first, LocalDate last) {
    Set<Integer> unknown = new TreeSet<>();
    for (int year = first.getYear(); year <= last.getYear(); year++) {
      if (!years.contains(year)) {
        unknown.add(year);
      }
    }
    return unknown;
  }
}
