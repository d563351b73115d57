/** What somebody typed and did not save yet, kept in this browser with the number of what they began from. */
import { z } from "zod";

const kept = z.object({ text: z.string(), basedOn: z.number(), base: z.string() });
export type KeptText = z.infer<typeof kept>;
const keyOf = (user: string, model: string) => `phasic.notes.${user}.${model}`;

export function readKept(user: string, model: string): KeptText | null {
  try {
    return kept.parse(JSON.parse(window.localStorage.getItem(keyOf(user, model)) ?? "null"));
  } catch {
    return null;
  }
}

/** A browser that keeps nothing still lets one write. */
export function writeKept(user: string, model: string, value: KeptText | null): void {
  try {
    if (value) window.localStorage.setItem(keyOf(user, model), JSON.stringify(value));
    else window.localStorage.removeItem(keyOf(user, model));
  } catch {
    // full, or forbidden
  }
}
