package dev.glovebox;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The arrows between the packages, as INVARIANTS.md states them. */
class ArchitectureTest {
  private static final String ROOT = "dev.glovebox";
  private static final String MAIN = ROOT + ".Main";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  private static final String[] ENGINE = {
    "org.apache.spark..", "org.apache.hadoop..", "io.delta..", "software.amazon.."
  };
  private static final String[] STORAGE = {
    "org.apache.hadoop.fs..", "io.delta..", "org.apache.spark.sql.delta..", "software.amazon.."
  };
  private static final Set<String> CLOCK_READS =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.time.Instant.now",
          "java.time.LocalDate.now",
          "java.time.LocalTime.now",
          "java.time.LocalDateTime.now",
          "java.time.OffsetDateTime.now",
          "java.time.ZonedDateTime.now",
          "java.time.Year.now",
          "java.time.YearMonth.now",
          "java.time.Clock.system",
          "java.time.Clock.systemUTC",
          "java.time.Clock.systemDefaultZone",
          "java.time.ZoneId.systemDefault",
          "java.util.TimeZone.getDefault",
          "java.util.Date.<init>",
          "java.util.Calendar.getInstance");

  static Stream<Arguments> mayKnow() {
    return Stream.of(
        Arguments.of("signal", Set.of()),
        Arguments.of("config", Set.of()),
        Arguments.of("registry", Set.of()),
        Arguments.of("source", Set.of("signal")),
        Arguments.of("privacy", Set.of("signal", "config")),
        Arguments.of("simulate", Set.of("signal")),
        Arguments.of("store", Set.of("config")),
        Arguments.of("request", Set.of("config", "registry", "signal", "store", "table")),
        Arguments.of("table", Set.of("signal", "config", "registry", "store")),
        Arguments.of(
            "publishing",
            Set.of("signal", "config", "registry", "source", "privacy", "store", "table")),
        Arguments.of("trip", Set.of("signal", "config", "registry", "privacy", "store", "table")),
        Arguments.of(
            "reporting", Set.of("signal", "config", "registry", "privacy", "store", "table")),
        Arguments.of("reporting.disclosure", Set.of()),
        Arguments.of("reporting.noise", Set.of()),
        Arguments.of(
            "delivery",
            Set.of(
                "signal",
                "config",
                "registry",
                "source",
                "privacy",
                "store",
                "table",
                "request",
                "publishing")));
  }

  @ParameterizedTest(name = "{0} knows only {1} of ours")
  @MethodSource("mayKnow")
  void knowsOnlyWhatIsBelow(String name, Set<String> allowed) {
    noClasses()
        .that()
        .resideInAPackage(within(name))
        .should()
        .dependOnClassesThat(ours().and(not(residesInOneOf(name, allowed))))
        .check(CLASSES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "signal",
        "config",
        "registry",
        "source",
        "privacy",
        "simulate",
        "reporting.disclosure",
        "reporting.noise",
        "reporting.form"
      })
  void knowsNoEngineAndNoStorage(String name) {
    noClasses()
        .that()
        .resideInAPackage(within(name))
        .should()
        .dependOnClassesThat(resideInAnyPackage(ENGINE))
        .check(CLASSES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "signal",
        "config",
        "registry",
        "source",
        "privacy",
        "simulate",
        "publishing",
        "request",
        "trip",
        "reporting",
        "delivery"
      })
  void readsNoClock(String name) {
    noClasses().that().resideInAPackage(within(name)).should(readAClock()).check(CLASSES);
  }

  @Test
  void onlyTableAndStoreTouchStorage() {
    noClasses()
        .that(ours().and(resideOutsideOfPackage(within("table"))))
        .and()
        .resideOutsideOfPackage(within("store"))
        .should()
        .dependOnClassesThat(resideInAnyPackage(STORAGE))
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLineKnowsJobs() {
    noClasses()
        .that(ours().and(resideOutsideOfPackage(within("job"))))
        .and()
        .resideOutsideOfPackage(within("cli"))
        .and()
        .doNotHaveFullyQualifiedName(MAIN)
        .should()
        .dependOnClassesThat(resideInAPackage(within("job")))
        .check(CLASSES);
  }

  @Test
  void onlyMainKnowsTheCommandLine() {
    noClasses()
        .that(ours().and(resideOutsideOfPackage(within("cli"))))
        .and()
        .doNotHaveFullyQualifiedName(MAIN)
        .should()
        .dependOnClassesThat(resideInAPackage(within("cli")))
        .check(CLASSES);
  }

  @Test
  void nothingKnowsMain() {
    classes()
        .that()
        .haveFullyQualifiedName(MAIN)
        .should()
        .onlyHaveDependentClassesThat()
        .haveFullyQualifiedName(MAIN)
        .check(CLASSES);
  }

  @Test
  void onlyMainEndsTheProcess() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(MAIN)
        .should()
        .callMethodWhere(callOf(Set.of("java.lang.System.exit", "java.lang.Runtime.halt")))
        .orShould()
        .callMethodWhere(callOf(Set.of("java.lang.Runtime.exit")))
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void noPackageIsADrawer() {
    noClasses()
        .should()
        .resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..helpers..")
        .check(CLASSES);
  }

  @Test
  void noTestFrameworkReachesTheJobs() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("org.junit..", "org.assertj..", "com.holdenkarau.."))
        .check(CLASSES);
  }

  @Test
  void everyPackageIsOneOfTheList() {
    Set<String> known =
        Set.of(
            "signal",
            "config",
            "registry",
            "source",
            "privacy",
            "simulate",
            "store",
            "table",
            "publishing",
            "request",
            "trip",
            "reporting",
            "delivery",
            "job",
            "cli");
    assertThat(CLASSES)
        .extracting(JavaClass::getPackageName)
        .allSatisfy(
            name ->
                assertThat(name.equals(ROOT) || known.contains(firstPart(name)))
                    .as("package %s", name)
                    .isTrue());
  }

  /** The clock rule is caught reading one, so that a misspelt name in its list cannot pass. */
  @Test
  void theClockRuleSeesAClock() {
    JavaClasses self = new ClassFileImporter().importClasses(ReadsAClock.class);
    ArchRule rule = noClasses().should(readAClock());
    assertThatThrownBy(() -> rule.check(self))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Instant.now")
        .hasMessageContaining("System.currentTimeMillis")
        .hasMessageContaining("LocalDate.now")
        .hasMessageContaining("java.util.Date.<init>");
  }

  @SuppressWarnings({"JavaUtilDate", "JavaTimeDefaultTimeZone", "UnusedMethod"})
  private static final class ReadsAClock {
    static String read() {
      return java.time.Instant.now()
          + "/"
          + System.currentTimeMillis()
          + java.time.LocalDate.now()
          + new java.util.Date();
    }
  }

  private static com.tngtech.archunit.lang.ArchCondition<JavaClass> readAClock() {
    return com.tngtech.archunit.lang.conditions.ArchConditions.callCodeUnitWhere(
        callOf(CLOCK_READS));
  }

  private static DescribedPredicate<JavaCall<?>> callOf(Set<String> names) {
    return DescribedPredicate.describe(
        "target is one of " + names,
        call -> names.contains(call.getTargetOwner().getName() + "." + call.getTarget().getName()));
  }

  private static DescribedPredicate<JavaClass> ours() {
    return resideInAPackage(ROOT + "..");
  }

  private static DescribedPredicate<JavaClass> residesInOneOf(String name, Set<String> allowed) {
    String[] packages =
        Stream.concat(Stream.of(name), allowed.stream())
            .map(ArchitectureTest::within)
            .toArray(String[]::new);
    return resideInAnyPackage(packages);
  }

  private static String within(String name) {
    return ROOT + "." + name + "..";
  }

  private static String firstPart(String packageName) {
    return packageName.substring(ROOT.length() + 1).split("\\.", 2)[0];
  }
}
