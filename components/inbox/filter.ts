import { inboxKind, type InboxKind } from "@/contracts/inbox";

/** How a person looks at their inbox, in the address. */
export interface InboxFilter {
  readonly kind: InboxKind | null;
  readonly unread: boolean;
}

export function readInboxFilter(query: string): InboxFilter {
  const params = new URLSearchParams(query);
  const kind = inboxKind.safeParse(params.get("kind"));
  return { kind: kind.success ? kind.data : null, unread: params.get("unread") === "1" };
}

export function writeInboxFilter({ kind, unread }: InboxFilter): string {
  const params = new URLSearchParams();
  if (kind) params.set("kind", kind);
  if (unread) params.set("unread", "1");
  return params.toString();
}

/** The same for the page that the server sends and the one in the browser: they share what was read. */
export const inboxQuestion = ({ kind, unread }: InboxFilter) => ({ kind, unread });
