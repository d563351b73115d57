import type { z } from "zod";
import type { inboxAllRead, inboxListInput, inboxPage, InboxKind } from "../../contracts/inbox";
import type { UserGrant } from "../access/grant";
import { Problem } from "../errors";
import * as store from "./store";
import { viewItems } from "./view";

export { sendDigests } from "./digest/send";

/** What a person should hear of, over all their labs, newest first. */
export async function listInbox(
  grant: UserGrant,
  { kind, unread, cursor, limit }: z.infer<typeof inboxListInput>,
): Promise<z.infer<typeof inboxPage>> {
  const rows = await store.listItems(grant, { kind, unread }, cursor ? placeOf(cursor) : null, limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await viewItems(grant, shown),
    nextCursor: rows.length > limit && last ? `${last.createdAt.toISOString()} ${last.id}` : null,
  };
}

function placeOf(cursor: string) {
  const [text, id] = cursor.split(" ");
  const at = new Date(text);
  if (id === undefined || Number.isNaN(at.getTime()))
    throw new Problem("invalid", "This is no place in the inbox.", {
      where: "cursor",
      next: "Read it from the top.",
    });
  return { at, id };
}

export const countUnread = async (grant: UserGrant) => ({ unread: await store.countUnread(grant) });

export async function mark(grant: UserGrant, items: readonly string[], read: boolean) {
  await store.setRead(grant, items, read);
  return countUnread(grant);
}

/** What tells the person of a comment is read once they have opened that comment itself. */
export async function markMet(grant: UserGrant, comment: string) {
  await store.setMet(grant, comment);
  return countUnread(grant);
}

export async function readAll(
  grant: UserGrant,
  kind: InboxKind | null,
): Promise<z.infer<typeof inboxAllRead>> {
  const at = new Date();
  return { count: await store.readAll(grant, kind, at), at };
}

/** Takes back what `readAll` did at that moment. */
export async function unreadAll(grant: UserGrant, at: Date) {
  await store.unreadAll(grant, at);
  return countUnread(grant);
}
