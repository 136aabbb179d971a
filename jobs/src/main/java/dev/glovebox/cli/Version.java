package dev.glovebox.cli;

import dev.glovebox.config.Config;
import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Which Glovebox this is. */
final class Version implements IVersionProvider {

  static String text() {
    // The jar's manifest has it; classes that run from a folder have no manifest.
    return Optional.ofNullable(Config.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  @Override
  public String[] getVersion() {
    return new String[] {"glovebox " + text()};
  }
}
