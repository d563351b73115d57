import { createHash } from "node:crypto";
import { canonicalJson } from "../../contracts/canonical-json";
import type { LabArchiveContent } from "../../contracts/lab-archive";

/** A row as JSON: ids as strings, blocks of bytes by their SHA-256. */
export type Row = Readonly<Record<string, unknown>>;

/** Every run of signs that could be an id. */
const words = /[\w-]+/g;

/** The same value with each id in it, wherever it stands in a text, as `instead` has it. */
export function withIds<T>(value: T, instead: (word: string) => string | undefined): T {
  if (typeof value === "string") return value.replace(words, (word) => instead(word) ?? word) as T;
  if (Array.isArray(value)) return value.map((one: unknown) => withIds(one, instead)) as T;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [withIds(key, instead), withIds(one, instead)]),
  ) as T;
}

export interface ContentHasher {
  person(id: string, name: string): void;
  add(table: string, row: Row): void;
  content(): LabArchiveContent;
}

/**
 * SHA-256 over rows in which every id stands as the hash of what it names, so that a lab hashes the same under other ids.
 * Rows come after those that they point at; their order within a table does not matter.
 */
export function createContentHasher(): ContentHasher {
  const labels = new Map<string, string>();
  const tables = new Map<string, string[]>();
  const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
  return {
    person: (id, name) => void labels.set(id, `person:${sha256(name).slice(0, 32)}`),
    add(table, { id, labId: _, ...row }) {
      const label = sha256(`${table} ${canonicalJson(withIds(row, (word) => labels.get(word)))}`).slice(
        0,
        32,
      );
      if (typeof id === "string") labels.set(id, label);
      const known = tables.get(table);
      if (known) known.push(label);
      else tables.set(table, [label]);
    },
    content() {
      const hashes = Object.fromEntries(
        [...tables].map(([table, own]) => [table, sha256(own.sort().join("\n"))]),
      );
      return { tables: hashes, contentHash: sha256(canonicalJson(hashes)) };
    },
  };
}
