/** The last line of an error: what the database said, without the code that asked. */
export const brief = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).trim().split("\n").at(-1)!;
