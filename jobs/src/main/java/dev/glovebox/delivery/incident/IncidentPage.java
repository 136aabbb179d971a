package dev.glovebox.delivery.incident;

import dev.glovebox.delivery.HashChain;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The page of an incident package, {@code index.html}: one file without script that needs no
 * network, in the language of the request, with the chart in it.
 */
final class IncidentPage {

  static final String FILE = "index.html";

  private static final Template TEMPLATE = template();

  private IncidentPage() {}

  /** The whole page. */
  static String of(Incident incident, String chart, HashChain chain, List<PackedFile> files) {
    StringWriter page = new StringWriter();
    try {
      TEMPLATE.process(model(incident, chart, chain, files), page);
    } catch (TemplateException e) {
      throw new IllegalStateException("The page's template and its model disagree.", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return page.toString();
  }

  private static Map<String, Object> model(
      Incident incident, String chart, HashChain chain, List<PackedFile> files)
      throws TemplateException {
    PageTables tables = new PageTables(incident);
    Words words = incident.words();
    TemplateMethodModelEx text = arguments -> said(words, arguments);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("t", text);
    model.put("lang", words.language().tag());
    model.put("facts", tables.facts());
    model.put("chart", HTMLOutputFormat.INSTANCE.fromMarkup(chart));
    model.put("around", tables.around());
    model.put("alerts", tables.alerts());
    model.put("connections", tables.connections());
    model.put("channels", tables.channels());
    model.put("gaps", tables.gaps());
    model.put("never", tables.never());
    model.put("unsent", tables.unsent());
    model.put("counts", tables.counts());
    model.put("reasons", tables.reasons());
    model.put("rows", Long.toString(chain.rows()));
    model.put("last", chain.last());
    model.put("check", ChainCheck.PYTHON);
    model.put("files", tables.files(files));
    model.put("program", incident.terms().programVersion());
    model.put("policy", incident.terms().policyVersion());
    return model;
  }

  /** What a key and its arguments say; the template hands them over one by one. */
  private static String said(Words words, List<?> arguments) {
    Object[] after = arguments.stream().skip(1).map(Object::toString).toArray();
    return words.text(arguments.get(0).toString(), after);
  }

  /** Everything that is printed is escaped as HTML, which the template's ending ftlh asks for. */
  private static Template template() {
    Configuration engine = new Configuration(Configuration.VERSION_2_3_34);
    engine.setClassForTemplateLoading(IncidentPage.class, "");
    engine.setDefaultEncoding(StandardCharsets.UTF_8.name());
    engine.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    engine.setLogTemplateExceptions(false);
    engine.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    try {
      return engine.getTemplate("incident.ftlh");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
