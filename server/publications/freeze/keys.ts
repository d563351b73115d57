import { createHmac } from "node:crypto";
import { canonicalJson } from "../../../contracts/canonical-json";

export type KeyKind = "experiment" | "model" | "paradigm" | "dataset" | "comparison" | "run";

/** Names for what a frozen copy holds: the same under one salt, of no meaning without it. */
export interface Keys {
  of(kind: KeyKind, id: string): string;
  /** The same value with each id that was named so far as its key, wherever it stands. */
  instead<T>(value: T): T;
}

export function createKeys(salt: string): Keys {
  const named = new Map<string, string>();
  return {
    of(kind, id) {
      const key =
        named.get(id) ?? createHmac("sha256", salt).update(`${kind} ${id}`).digest("hex").slice(0, 16);
      named.set(id, key);
      return key;
    },
    instead<T>(value: T): T {
      if (named.size === 0) return value;
      const ids = new RegExp([...named.keys()].map(escaped).join("|"), "g");
      return JSON.parse(canonicalJson(value).replaceAll(ids, (id) => named.get(id)!)) as T;
    },
  };
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);
