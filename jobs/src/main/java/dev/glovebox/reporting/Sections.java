package dev.glovebox.reporting;

import dev.glovebox.privacy.Action;
import dev.glovebox.privacy.Policy;
import dev.glovebox.privacy.RetentionRule;
import dev.glovebox.privacy.Rule;
import dev.glovebox.privacy.ViewName;
import dev.glovebox.signal.PrivacyClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts figures and statements into the sections that the rules ask for. */
public final class Sections {

  private final Words words = Words.packaged();
  private final Statements statements;
  private final Policy policy;
  private final Map<String, List<Figure>> figures = new LinkedHashMap<>();
  private final Map<String, List<Text>> stated = new LinkedHashMap<>();
  private final Map<String, List<Text>> missing = new LinkedHashMap<>();

  public Sections(Statements statements, Policy policy) {
    this.statements = statements;
    this.policy = policy;
    for (String id : Section.IDS) {
      figures.put(id, new ArrayList<>());
      stated.put(id, new ArrayList<>());
      missing.put(id, new ArrayList<>());
    }
  }

  /** Adds figures, each to its section. */
  public Sections with(List<Figure> more) {
    more.forEach(figure -> figures.get(figure.section()).add(figure));
    return this;
  }

  /** Says that a section lacks something. */
  public Sections lacking(String section, Text what) {
    missing.get(section).add(what);
    return this;
  }

  /** All sections, in order. */
  public List<Section> all() {
    responsible();
    data();
    treatment();
    recipients();
    events("art13-5", "incidents", new Text("incidents and their handling", "安全事件及处置情况"));
    events("art13-6", "complaints", new Text("complaints and their handling", "用户投诉及处理情况"));
    stated.get("art13-7").addAll(statements.list("further"));
    events(
        "art14-4",
        "cross-border-complaints",
        new Text("complaints about data given abroad", "出境相关投诉及处理情况"));
    lacking(
        "v2x",
        new Text(
            "messages by kind (BSM, MAP, SPAT, RSI, RSM): the source carries none",
            "按种类统计的消息（BSM、MAP、SPAT、RSI、RSM）：数据来源不含此类消息"));
    return Section.IDS.stream()
        .map(
            id ->
                new Section(
                    id, words.section(id), stated.get(id), missing.get(id), figures.get(id)))
        .toList();
  }

  private void responsible() {
    state("art13-1", statements.responsible("data-security"), new Text("Data security", "数据安全负责人"));
    state("art13-1", statements.responsible("user-rights"), new Text("Users' rights", "用户权益事务联系人"));
  }

  private void data() {
    ofData("art13-2", "purpose", new Text("purpose", "处理目的"));
    ofData("art13-2", "necessity", new Text("necessity", "必要性"));
    ofData("art13-3", "place", new Text("place of storage", "存储地点"));
    ofData("art13-3", "period", new Text("period of storage", "存储期限"));
  }

  private void ofData(String section, String about, Text what) {
    List<String> english = new ArrayList<>();
    List<String> chinese = new ArrayList<>();
    for (PrivacyClass each : PrivacyClass.values()) {
      Text name = words.member(each.code());
      List<Text> texts = statements.ofData(each.code(), about);
      if (texts.isEmpty()) {
        english.add(name.english());
        chinese.add(name.chinese());
      } else {
        Text label =
            new Text(name.english() + ", " + what.english(), name.chinese() + what.chinese());
        state(section, texts, label);
      }
    }
    if (!english.isEmpty()) {
      lacking(
          section,
          new Text(
              what.english() + " of " + String.join(", ", english),
              what.chinese() + "：" + String.join("、", chinese)));
    }
  }

  private void treatment() {
    stateOrMiss("art13-3", statements.list("measures"), new Text("measures", "防护管理措施"));
    for (ViewName view : List.of(ViewName.ANALYST, ViewName.REGULATOR)) {
      policy.view(view).rules().stream()
          .filter(rule -> rule.action() == Action.COARSEN)
          .map(Rule::reason)
          .distinct()
          .forEach(reason -> stating("art13-3", precision(view, reason)));
    }
    for (RetentionRule rule : policy.retention().rules()) {
      rule.classes().stream()
          .sorted()
          .forEach(
              each ->
                  figures
                      .get("art13-3")
                      .add(
                          Figure.plain(
                              "art13-3",
                              "class_retention_days",
                              Map.of(Dimension.DATA_CLASS.code(), each.code()),
                              rule.days(),
                              "days")));
    }
  }

  /** Says more of how data are treated. */
  public Sections stating(String section, Text text) {
    stated.get(section).add(text);
    return this;
  }

  private void recipients() {
    stateOrMiss(
        "art13-4",
        statements.recipients(Statements.Where.HOME, "purpose"),
        new Text("recipients in the country", "境内接收者"));
    if (statements.has("recipients") && statements.recipientsAbroad().isEmpty()) {
      Text none = new Text("No recipient abroad is stated.", "未申报境外接收者。");
      stated.get("art14-1").add(none);
      return;
    }
    stateOrMiss(
        "art14-1",
        statements.recipients(Statements.Where.ABROAD, "purpose"),
        new Text("recipients abroad", "境外接收者"));
    stateOrMiss(
        "art14-2",
        statements.recipients(Statements.Where.ABROAD, "necessity"),
        new Text("necessity of giving data abroad", "出境必要性"));
    stateOrMiss(
        "art14-3",
        statements.recipients(Statements.Where.ABROAD, "storage"),
        new Text("place, period, scope and method of storage abroad", "境外保存地点、期限、范围和方式"));
  }

  private void events(String section, String name, Text what) {
    if (!statements.has(name)) {
      missing.get(section).add(what);
    } else if (statements.events(name).isEmpty()) {
      stated.get(section).add(new Text("None is stated.", "无。"));
    } else {
      stated.get(section).addAll(statements.events(name));
    }
  }

  private static Text precision(ViewName view, String reason) {
    String name = view.name().toLowerCase(Locale.ROOT);
    return new Text("Precision for the %s view: %s.", "%s 视图的精度规则：%s。").with(name, reason);
  }

  private void state(String section, List<Text> texts, Text what) {
    if (texts.isEmpty()) {
      missing.get(section).add(what);
    }
    for (Text text : texts) {
      stated
          .get(section)
          .add(
              new Text(
                  what.english() + ": " + text.english(), what.chinese() + "：" + text.chinese()));
    }
  }

  private void stateOrMiss(String section, List<Text> texts, Text what) {
    if (texts.isEmpty()) {
      missing.get(section).add(what);
    }
    stated.get(section).addAll(texts);
  }
}
