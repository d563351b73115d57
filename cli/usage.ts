import { parseArgs, type ParseArgsConfig } from "node:util";

/** What the person typed cannot be run; the message says what to type instead. */
export class UsageError extends Error {}

/** Options as node:util parses them. Throws UsageError that names the command's help. */
export function parse<T extends NonNullable<ParseArgsConfig["options"]>>(
  command: string,
  args: string[],
  options: T,
) {
  try {
    return parseArgs({ args, options, allowPositionals: false }).values;
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split(". To specify");
    throw new UsageError(`${reason}\nSee phasic ${command} --help.`);
  }
}

/** A whole number within bounds, or the default. */
export function wholeNumber(
  name: string,
  given: string | undefined,
  [fallback, low, high]: readonly [number, number, number],
): number {
  if (given === undefined) return fallback;
  const value = Number(given);
  if (given.trim() === "" || !Number.isInteger(value) || value < low || value > high)
    throw new UsageError(`--${name} is "${given}"; give a whole number from ${low} to ${high}.`);
  return value;
}
