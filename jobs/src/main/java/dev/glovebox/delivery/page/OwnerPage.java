package dev.glovebox.delivery.page;

import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.io.output.AppendableWriter;

/**
 * The page of an owner's package, {@code index.html}: one file that needs neither network nor
 * script, in the language of the request.
 */
public final class OwnerPage {

  private static final Template TEMPLATE = template();

  private OwnerPage() {}

  /**
   * Writes the page. The same facts give the same text, to be encoded as UTF-8.
   *
   * @throws IOException if {@code out} throws it
   */
  public static void write(PageFacts facts, Appendable out) throws IOException {
    try {
      TEMPLATE.process(PageModel.of(facts), new AppendableWriter<>(out));
    } catch (TemplateException e) {
      throw new IllegalStateException("The page's template and its model disagree.", e);
    }
  }

  /** Everything that is printed is escaped as HTML, which the template's ending ftlh asks for. */
  private static Template template() {
    Configuration engine = new Configuration(Configuration.VERSION_2_3_34);
    engine.setClassForTemplateLoading(OwnerPage.class, "");
    engine.setDefaultEncoding(StandardCharsets.UTF_8.name());
    engine.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    engine.setLogTemplateExceptions(false);
    engine.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    try {
      return engine.getTemplate("page.ftlh");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
