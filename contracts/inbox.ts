import { z } from "zod";
import { experimentOutcome } from "./experiment";
import { id, memberRole } from "./lab";
import { invitationState } from "./member";
import { objectRef, objectTitle, type ObjectRef } from "./object";

/** What a person hears of. A kind is a line here, with its words below, and whoever delivers it. */
export const inboxKinds = [
  "mention",
  "reply",
  "invitation",
  "share",
  "review",
  "experiment-finished",
  "experiment-failed",
] as const;
export const inboxKind = z.enum(inboxKinds);
export type InboxKind = z.infer<typeof inboxKind>;

/** What is put into somebody's inbox. */
export interface Delivery {
  readonly userId: string;
  /** The lab in which the person meets it. */
  readonly labId: string;
  readonly kind: InboxKind;
  /** Told twice under one cause, it stands there once: "comment:<id>", "experiment:<id>:<when>". */
  readonly cause: string;
  readonly object?: ObjectRef;
  readonly threadId?: string;
  readonly commentId?: string;
  readonly invitationId?: string;
  /** Who did it; null is the machinery. */
  readonly actorId?: string | null;
}

export const inboxItem = z.object({
  id,
  kind: inboxKind,
  createdAt: z.date(),
  read: z.boolean(),
  lab: z.object({
    name: z.string(),
    /** Null where the person is not a member: they are invited. */
    slug: z.string().nullable(),
  }),
  /** Null for the machinery, and for whoever has left. */
  actor: z.string().nullable(),
  /** Null when it is gone, or no longer theirs to read. */
  object: z.object({ ref: objectRef, name: z.string() }).nullable(),
  href: z.string().nullable(),
  /** The comment's text, cut short, with names for mentions. */
  excerpt: z.string().nullable(),
  /** `place` is where it is read, as in addresses; `muted` is null for whoever takes no part. */
  thread: z.object({ id, place: z.string(), muted: z.boolean().nullable() }).nullable(),
  outcome: experimentOutcome.nullable(),
  invitation: z.object({ id, role: memberRole, state: invitationState }).nullable(),
});
export type InboxItemView = z.infer<typeof inboxItem>;

export const inboxListInput = z.object({
  kind: inboxKind.nullish(),
  unread: z.boolean().default(false),
  cursor: z.string().max(100).nullish(),
  limit: z.number().int().min(1).max(100).default(30),
});
export const inboxPage = z.object({ items: z.array(inboxItem), nextCursor: z.string().nullable() });
export const inboxCount = z.object({ unread: z.number().int() });
export const inboxMarkInput = z.object({ items: z.array(id).min(1).max(100), read: z.boolean() });
/** A comment that the person met at its own address. */
export const inboxMetInput = z.object({ comment: id });
export const inboxReadAllInput = z.object({ kind: inboxKind.nullish() });
/** `at` takes it back. */
export const inboxAllRead = z.object({ count: z.number().int(), at: z.date() });
export const inboxUndoInput = z.object({ at: z.date().min(new Date(0)) });

export const inboxTitle: Record<InboxKind, string> = {
  mention: "Mentions",
  reply: "Replies",
  invitation: "Invitations",
  share: "Sharing",
  review: "Blind reviews",
  "experiment-finished": "Finished experiments",
  "experiment-failed": "Failed experiments",
};

/** One line that says what happened, for a page and for a letter. */
export function inboxSentence({ kind, actor, lab, object, outcome, invitation }: InboxItemView): string {
  const who = actor ?? "Somebody";
  const what = object ? `the ${objectTitle[object.ref.kind].toLowerCase()} ${object.name}` : "something";
  switch (kind) {
    case "mention":
      return `${who} named you on ${what}`;
    case "reply":
      return `${who} wrote in a thread of yours on ${what}`;
    case "invitation":
      return `${who} invited you to ${lab.name}${invitation ? ` as ${invitation.role}` : ""}`;
    case "share":
      return `${who} shared ${what}`;
    case "review":
      return `A blind reviewer wrote about ${what}`;
    default: {
      const name = object?.name ?? "An experiment";
      if (!outcome) return `${name} has ended`;
      const { done, failed, cancelled } = outcome.counts;
      const of = Object.values(outcome.counts).reduce((sum, count) => sum + count, 0);
      const rest = [failed > 0 && `${failed} failed`, cancelled > 0 && `${cancelled} cancelled`];
      return `${name}: ${[`${done} of ${of} runs done`, ...rest.filter(Boolean)].join(", ")}`;
    }
  }
}
