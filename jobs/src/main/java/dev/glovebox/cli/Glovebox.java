package dev.glovebox.cli;

import dev.glovebox.store.Redaction;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command: from arguments to an exit code. It ends no process. */
@Command(
    name = "glovebox",
    description = "Gives every car owner the data that their vehicle generated.",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "JOB",
    footer = {
      "",
      "Exit codes: 0 done; 2 wrong usage; 3 configuration or policy refused; 4 input beyond its",
      "tolerance; 5 storage failed, worth a retry; 6 another writer holds the table; 1 else."
    })
public final class Glovebox implements Runnable {

  private static final int HELP_COLUMNS = 100;

  private final Workplace workplace;
  private final CommandLine line;

  @Spec private CommandSpec spec;

  public Glovebox(Workplace workplace, Jobs jobs) {
    this.workplace = workplace;
    this.line = new CommandLine(this);
    line.addSubcommand(new SimulateCommand(workplace, jobs));
    line.addSubcommand(new PublishCommand(workplace, jobs));
    line.addSubcommand(new DeriveCommand(workplace, jobs));
    line.addSubcommand(new ExportCommand(workplace, jobs));
    line.addSubcommand(new MaintainCommand(workplace, jobs));
    line.addSubcommand(new VerifyCommand(workplace));
    line.addSubcommand(new CheckCommand(workplace));
    line.getSubcommands().values().forEach(Glovebox::addHelp);
    line.setOut(workplace.out()).setErr(workplace.err());
    line.setUsageHelpWidth(HELP_COLUMNS);
    line.setParameterExceptionHandler((wrong, arguments) -> usage(wrong));
    line.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command));
  }

  /** Runs a command and says how it ended. */
  public int run(String... arguments) {
    try {
      return line.execute(arguments);
    } catch (Error failure) {
      // The parser hands on exceptions only; memory that ran out must be told too.
      return failed(failure, line);
    }
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which job? Name one of them.");
  }

  private int usage(ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    workplace.progress().step("");
    workplace.err().println("glovebox: " + wrong.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(wrong, workplace.err());
    String help = command.getCommandSpec().qualifiedName() + " --help";
    workplace.err().println("Try \"" + help + "\".");
    workplace.err().flush();
    return ExitCode.USAGE.code();
  }

  private int failed(Throwable failure, CommandLine command) {
    workplace.progress().step("");
    workplace.err().println("glovebox: " + Failures.paragraph(failure));
    if (isVerbose(command)) {
      workplace.err().println(Redaction.stackTrace(failure));
    }
    workplace.err().flush();
    return ExitCode.of(failure).code();
  }

  private static boolean isVerbose(CommandLine command) {
    ConfigOptions options =
        (ConfigOptions)
            Optional.ofNullable(command.getCommandSpec().mixins().get("options"))
                .map(CommandSpec::userObject)
                .orElse(null);
    return options != null && options.isVerbose();
  }

  private static void addHelp(CommandLine command) {
    command.getCommandSpec().mixinStandardHelpOptions(true);
    command.getCommandSpec().versionProvider(new Version());
  }
}
