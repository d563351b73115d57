import type { ObjectRef } from "./object";

/** What a person hears of. A kind is a line here, words in components/inbox/words.ts, and whoever delivers it. */
export const inboxKinds = [
  "mention",
  "reply",
  "invitation",
  "share",
  "experiment-finished",
  "experiment-failed",
] as const;
export type InboxKind = (typeof inboxKinds)[number];

/** What is put into somebody's inbox. */
export interface Delivery {
  readonly userId: string;
  /** The lab in which the person meets it. */
  readonly labId: string;
  readonly kind: InboxKind;
  /** Told twice under one cause, it stands there once: "comment:<id>", "experiment:<id>". */
  readonly cause: string;
  readonly object?: ObjectRef;
  readonly threadId?: string;
  readonly commentId?: string;
  /** Who did it; null is the machinery. */
  readonly actorId?: string | null;
}
