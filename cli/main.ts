/** The `phasic` command: the engine of the server, without database and environment but for `account`. */
import { account } from "./account";
import { list } from "./list";
import { reproduce } from "./reproduce";
import { simulate } from "./simulate";
import { UsageError } from "./usage";

const help = `phasic: dopamine as error and as learning rate, simulated

  phasic simulate [options]       simulate subjects and write what they did
  phasic reproduce <archive>      run a publication again and compare it bit for bit
  phasic theories [--json]        theories with roles, presets and parameters (unit, bounds, default)
  phasic paradigms [--json]       paradigms with their arms
  phasic measures [--json]        measures with window, unit and source
  phasic account reset <e-mail>   a one-time link to choose a new password, for whoever runs the server
  phasic <command> --help         options of a command

Example: phasic simulate --theory actr --preset as-published --arm stimLick- --subjects 12 --json out.json`;

const commands: Record<string, (args: string[]) => Promise<void> | void> = {
  simulate,
  reproduce,
  theories: (args) => list("theories", args),
  paradigms: (args) => list("paradigms", args),
  measures: (args) => list("measures", args),
  account,
};

const [name, ...args] = process.argv.slice(2);
try {
  if (name === undefined || name === "help" || name === "--help" || name === "-h") console.log(help);
  else if (!(name in commands))
    throw new UsageError(`There is no command "${name}". There are: ${Object.keys(commands).join(", ")}.`);
  else await commands[name](args);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
