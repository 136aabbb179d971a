package dev.glovebox;

import dev.glovebox.cli.Glovebox;
import dev.glovebox.cli.StandardJobs;
import dev.glovebox.cli.Workplace;

/** Where the process begins, and the only place where it ends. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(new Glovebox(Workplace.ofProcess(), new StandardJobs()).run(arguments));
  }
}
