/**
 * What somebody has written and not yet sent, kept in this browser: it survives a reload, a lost connection and a refusal.
 * One entry per text, so that two tabs do not write over each other's.
 */
import { anchor, shown, visibility } from "@/contracts/comment";
import { objectRef } from "@/contracts/object";
import { z } from "zod";

const named = z.array(z.object({ label: z.string(), id: z.string() }));

export const draft = z.object({
  text: z.string(),
  named,
  /** Of a new thread. */
  anchor: anchor.nullable().default(null),
});
export type Draft = z.infer<typeof draft>;
export const emptyDraft: Draft = { text: "", named: [], anchor: null };

/** A comment that was sent and of which no answer has come, or a refusal. */
export const unsent = draft.extend({
  once: z.string(),
  lab: z.string(),
  object: objectRef,
  /** Null begins a thread. */
  thread: z.string().nullable(),
  shown,
  visibility,
  at: z.coerce.date(),
  /** Null while it is on its way. */
  reason: z.string().nullable(),
});
export type Unsent = z.infer<typeof unsent>;

const place = "phasic.comments";
/** Two people at one browser do not read each other's. */
const keyOf = (user: string, kind: "draft" | "unsent", key: string) => `${place}.${user}.${kind}.${key}`;

function read<T>(key: string, schema: z.ZodType<T>): T | null {
  try {
    const parsed = schema.safeParse(JSON.parse(localStorage.getItem(key) ?? "null"));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
function write(key: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // a browser that keeps nothing, or is full: the text stays on the page as long as the page does
  }
}

export const readDraft = (user: string, key: string): Draft =>
  read(keyOf(user, "draft", key), draft) ?? emptyDraft;
export const writeDraft = (user: string, key: string, value: Draft): void =>
  write(keyOf(user, "draft", key), value.text.trim() === "" ? null : value);

export function readUnsent(user: string): Unsent[] {
  const start = keyOf(user, "unsent", "");
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(start))
      .flatMap((key) => read(key, unsent) ?? [])
      .sort((a, b) => a.at.getTime() - b.at.getTime());
  } catch {
    return [];
  }
}
export const writeUnsent = (user: string, value: Unsent): void =>
  write(keyOf(user, "unsent", value.once), value);
export const dropUnsent = (user: string, once: string): void => write(keyOf(user, "unsent", once), null);
