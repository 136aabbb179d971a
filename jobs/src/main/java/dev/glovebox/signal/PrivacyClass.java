package dev.glovebox.signal;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a signal can tell about people; the policy decides by it, never by a signal's name. */
public enum PrivacyClass {
  /** Where the vehicle is, or that it is at a place that means something to its holder. */
  LOCATION,
  /** Where the vehicle comes from and goes to, and when. */
  ROUTE,
  /** Who sits in the vehicle. */
  OCCUPANT,
  /** What is being listened to or watched. */
  MEDIA,
  /** Who may open, drive or use the vehicle, and whether it is guarded. */
  ACCESS,
  /** How the vehicle moves. */
  DRIVING,
  /** What the battery holds, gives and takes. */
  ENERGY,
  /** How and how much the vehicle charges, without the place. */
  CHARGING,
  /** Doors, windows, climate, lights, equipment, settings. */
  BODY,
  /** What protects people: tyres, collision warnings, hazard lights. */
  SAFETY,
  /** The inner state of components and software. */
  DIAGNOSTIC,
  /** Pictures, or what was seen in them. */
  CAMERA;

  private static final Map<String, PrivacyClass> BY_CODE =
      Stream.of(values()).collect(Collectors.toMap(PrivacyClass::code, Function.identity()));

  /** The name used in files, for example {@code location}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The class of this code; empty when there is none. */
  public static Optional<PrivacyClass> of(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }
}
