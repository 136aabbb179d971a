package dev.glovebox.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.privacy.Policy;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementsTest {

  @Test
  void standInTheirSectionsInBothLanguages() {
    Statements statements =
        Statements.parse(
            """
            responsible:
              data-security: {name: {en: Li Na, zh-Hans: 李娜}, contact: "+86 21 5555 0100"}
            data:
              location: {purpose: {en: Navigation, zh-Hans: 导航}}
            incidents:
              - {on: 2026-03-04, what: A lost laptop., handling: Wiped.}
            complaints: []
            """);

    List<Section> sections = new Sections(statements, Policy.packaged()).all();

    assertThat(section(sections, "art13-1").statements())
        .extracting(Text::chinese)
        .containsExactly("数据安全负责人：李娜，+86 21 5555 0100");
    assertThat(section(sections, "art13-2").statements())
        .extracting(Text::english)
        .containsExactly("Location, purpose: Navigation");
    assertThat(section(sections, "art13-5").statements())
        .extracting(Text::english)
        .containsExactly("2026-03-04: A lost laptop. Wiped.");
    assertThat(section(sections, "art13-6").missing()).isEmpty();
  }

  @Test
  void areMissingWhereNothingIsStated() {
    List<Section> sections = new Sections(Statements.none(), Policy.packaged()).all();

    assertThat(sections).extracting(Section::id).isEqualTo(Section.IDS);
    assertThat(sections)
        .filteredOn(section -> section.missing().isEmpty())
        .extracting(Section::id)
        .containsExactly("art13-7", "stored-data", "battery", "carbon");
  }

  @Test
  void tellWhoIsAbroad() {
    Statements statements =
        Statements.parse(
            """
            recipients:
              - {id: cloud, name: Cloud, country: DE, purpose: storage}
              - {id: garage, name: Garage, country: CN, purpose: repair}
            """);

    assertThat(statements.recipientsAbroad()).containsExactly("cloud");
  }

  @Test
  void refuseWhatTheSchemaDoesNotKnow() {
    assertThatThrownBy(() -> Statements.parse("responsable: {}"))
        .isInstanceOf(StatementsException.class)
        .hasMessageContaining("registry/statements.yaml cannot be used")
        .hasMessageContaining("additionalProperties");
    assertThatThrownBy(() -> Statements.parse("incidents: [{on: yesterday, what: a, handling: b}]"))
        .hasMessageContaining("$.incidents[0].on: pattern");
  }

  private static Section section(List<Section> sections, String id) {
    return sections.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }
}
