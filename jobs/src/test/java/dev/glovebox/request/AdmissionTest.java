package dev.glovebox.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.registry.Hold;
import dev.glovebox.registry.Holds;
import dev.glovebox.registry.Role;
import dev.glovebox.registry.Tenure;
import dev.glovebox.registry.Tenures;
import dev.glovebox.request.Request.Kind;
import dev.glovebox.request.Request.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdmissionTest {

  private static final Instant AS_OF = Instant.parse("2026-11-10T00:00:00Z");
  private static final Instant BOUGHT = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant SOLD = Instant.parse("2026-11-05T04:00:00Z");
  private static final Tenures TENURES =
      Tenures.of(
          List.of(
              tenure("V1", "anna", BOUGHT, Optional.of(SOLD)),
              tenure("V1", "bert", SOLD, Optional.empty()),
              tenure("V2", "anna", BOUGHT, Optional.empty()),
              tenure("V3", "carl", AS_OF.plusSeconds(1), Optional.empty())));

  @Test
  void grantsEveryVehicleEverHeldForAsLongAsItWas() {
    assertThat(rule(export("anna")).granted())
        .containsExactly(
            new Grant("V1", micros(BOUGHT), micros(SOLD), micros(SOLD)),
            new Grant("V2", micros(BOUGHT), Tenure.STILL, Tenure.STILL));
    assertThat(rule(export("bert")).granted())
        .containsExactly(new Grant("V1", micros(SOLD), Tenure.STILL, Tenure.STILL));
  }

  @Test
  void cutsAtTheEndsOfWhatIsAskedFor() {
    Instant from = Instant.parse("2026-11-05T00:00:00Z");
    Instant to = Instant.parse("2026-11-06T00:00:00Z");

    assertThat(rule(export("anna", "V1").between(from, to)).granted())
        .containsExactly(new Grant("V1", micros(from), micros(SOLD), micros(SOLD)));
    assertThat(rule(export("anna", "V2").between(from, to)).granted())
        .containsExactly(new Grant("V2", micros(from), micros(to), Tenure.STILL));
    assertThat(rule(export("bert").between(BOUGHT, SOLD)))
        .isEqualTo(Ruling.refused(Reason.OUTSIDE_TENURE));
    assertThat(rule(export("bert").between(BOUGHT, SOLD.plusSeconds(1))).granted()).hasSize(1);
  }

  @Test
  void takesEndsThatNobodyMeant() {
    Instant last = Instant.parse("9999-12-30T00:00:00Z");

    assertThat(rule(export("bert").between(Instant.EPOCH, last)).granted())
        .containsExactly(new Grant("V1", micros(SOLD), 253_402_128_000_000_000L, Tenure.STILL));
  }

  @Test
  void refusesWhatWasNeverHeld() {
    assertThat(rule(export("anna", "V1", "V3"))).isEqualTo(Ruling.refused(Reason.NEVER_HELD));
    assertThat(rule(export("bert", "V2"))).isEqualTo(Ruling.refused(Reason.NEVER_HELD));
    assertThat(rule(export("nobody"))).isEqualTo(Ruling.refused(Reason.NOTHING_HELD));
    assertThat(rule(export("carl"))).isEqualTo(Ruling.refused(Reason.NOTHING_HELD));
  }

  @Test
  void delaysWhatWasReceivedAhead() {
    Case ahead = export("anna").received(AS_OF.plusNanos(1_000));

    assertThat(rule(ahead)).isEqualTo(Ruling.delayed(Reason.RECEIVED_AHEAD));
    assertThat(rule(export("anna").received(AS_OF)).state()).isEqualTo(State.OPEN);
  }

  @Test
  void delaysWhatIsUnderALegalHoldUntilItEnds() {
    Hold ended = new Hold("anna", "V1", "litigation", 0, micros(AS_OF));
    Hold inForce = new Hold("anna", "V1", "litigation", micros(AS_OF), Hold.STILL);
    Hold onVehicle = new Hold("", "V2", "accident", 0, Hold.STILL);
    Hold onHolder = new Hold("bert", "", "litigation", 0, Hold.STILL);

    assertThat(rule(export("anna"), ended).state()).isEqualTo(State.OPEN);
    assertThat(rule(export("anna"), inForce)).isEqualTo(Ruling.delayed(Reason.LEGAL_HOLD));
    assertThat(rule(export("anna", "V2"), inForce).state()).isEqualTo(State.OPEN);
    assertThat(rule(export("bert"), inForce).state()).isEqualTo(State.OPEN);
    assertThat(rule(export("anna", "V2"), onVehicle)).isEqualTo(Ruling.delayed(Reason.LEGAL_HOLD));
    assertThat(rule(export("bert"), onHolder)).isEqualTo(Ruling.delayed(Reason.LEGAL_HOLD));
    assertThat(rule(incident("bert", SOLD), onHolder)).isEqualTo(Ruling.delayed(Reason.LEGAL_HOLD));
  }

  @Test
  void grantsTheMinutesAroundAnIncidentToWhoeverHeldTheVehicle() {
    assertThat(rule(incident("anna", SOLD.minusSeconds(60), "V1")).granted())
        .containsExactly(
            new Grant(
                "V1", micros(SOLD.minus(Duration.ofMinutes(31))), micros(SOLD), micros(SOLD)));
    assertThat(rule(incident("bert", SOLD)).granted())
        .containsExactly(
            new Grant("V1", micros(SOLD), micros(SOLD.plus(Duration.ofMinutes(5))), Tenure.STILL));
  }

  @Test
  void refusesAnIncidentOutsideOfTheTenure() {
    assertThat(rule(incident("anna", SOLD, "V1"))).isEqualTo(Ruling.refused(Reason.OUTSIDE_TENURE));
    assertThat(rule(incident("anna", SOLD, "V1", "V2")))
        .isEqualTo(Ruling.refused(Reason.SEVERAL_VEHICLES));
    assertThat(rule(incident("anna", SOLD.minusSeconds(1))))
        .isEqualTo(Ruling.refused(Reason.SEVERAL_VEHICLES));
    assertThat(rule(incident("bert", SOLD.minusSeconds(1))))
        .isEqualTo(Ruling.refused(Reason.OUTSIDE_TENURE));
    assertThat(rule(incident("anna", SOLD)).granted()).extracting(Grant::vin).containsOnly("V2");
  }

  private static Ruling rule(Case asked, Hold... holds) {
    return new Admission(
            TENURES.heldBy(Set.of("anna", "bert", "carl", "nobody")),
            Holds.of(List.of(holds)),
            Duration.ofMinutes(30),
            Duration.ofMinutes(5),
            AS_OF)
        .rule(asked.request());
  }

  private record Case(Request request) {

    Case between(Instant from, Instant to) {
      return new Case(
          new Request(
              request.id(),
              request.kind(),
              request.ownerId(),
              request.receivedAt(),
              request.vins(),
              Optional.of(from),
              Optional.of(to),
              Optional.empty(),
              request.language()));
    }

    Case received(Instant at) {
      return new Case(
          new Request(
              request.id(),
              request.kind(),
              request.ownerId(),
              at,
              request.vins(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              request.language()));
    }
  }

  private static Case export(String owner, String... vins) {
    return asked(Kind.EXPORT, owner, Optional.empty(), vins);
  }

  private static Case incident(String owner, Instant at, String... vins) {
    return asked(Kind.INCIDENT, owner, Optional.of(at), vins);
  }

  private static Case asked(Kind kind, String owner, Optional<Instant> at, String... vins) {
    return new Case(
        new Request(
            "r-1",
            kind,
            owner,
            AS_OF.minusSeconds(60),
            List.of(vins),
            Optional.empty(),
            Optional.empty(),
            at,
            Language.ENGLISH));
  }

  private static Tenure tenure(String vin, String owner, Instant from, Optional<Instant> to) {
    return new Tenure(
        vin, owner, Role.OWNER, micros(from), to.map(AdmissionTest::micros).orElse(Tenure.STILL));
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
