/**
 * Why a file cannot be read, as one sentence a person can act on: what is wrong, where, and what to do.
 */
export class Refusal extends Error {
  override readonly name = "Refusal";
  constructor(what: string, todo: string) {
    super(`${what}: ${todo}.`);
  }
}

/** The file is sound, but what its parts mean has to be said by a person first. `message` says what it holds. */
export class NeedsMapping extends Error {
  override readonly name = "NeedsMapping";
}

const units = ["bytes", "kB", "MB", "GB", "TB"];
export function readableSize(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${Number((bytes / 1000 ** power).toPrecision(3))} ${units[power]}`;
}

/** Keeps what a file says short and on one line, so that it cannot garble a sentence or a terminal. */
export function quoted(text: string, length = 60): string {
  const clean = text.replace(/[\p{C}\p{Z}]+/gu, " ").trim();
  return `"${clean.length > length ? `${clean.slice(0, length - 1)}…` : clean}"`;
}

export function listed(names: readonly string[], most = 12): string {
  const shown = names.slice(0, most).map((name) => quoted(name, 40).slice(1, -1));
  const more = names.length - shown.length;
  return shown.join(", ") + (more > 0 ? ` and ${more} more` : "");
}
