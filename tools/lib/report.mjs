/** Something a person can mend: what went wrong, and what to do next. Printed without a stack. */
export class Trouble extends Error {
  constructor(what, todo, details) {
    super(what);
    this.todo = todo;
    this.details = details;
  }
}

export function printTrouble(error) {
  if (!(error instanceof Trouble)) return console.error(error);
  console.error(`\n${error.message}`);
  if (error.details) console.error(error.details.replace(/^/gm, "  | "));
  if (error.todo) console.error(`${error.todo}\n`);
}

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Says in one line what is being done, and how long it took. */
export async function step(title, work) {
  const since = performance.now();
  const live = process.stdout.isTTY;
  if (live) process.stdout.write(`  ${title} …`);
  try {
    const note = await work();
    const line = `  ${title}${typeof note === "string" ? `: ${note}` : ""} (${seconds(since)})`;
    process.stdout.write(live ? `\r\x1b[K${line}\n` : `${line}\n`);
    return note;
  } catch (error) {
    process.stdout.write(live ? `\r\x1b[K  ${title}: failed\n` : `  ${title}: failed (${seconds(since)})\n`);
    throw error;
  }
}

export const say = (line) => console.log(`  ${line}`);
