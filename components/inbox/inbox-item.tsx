"use client";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { When } from "@/components/ui/when";
import { inboxSentence, type InboxItemView, type InboxKind } from "@/contracts/inbox";
import clsx from "clsx";
import {
  AtSign,
  Bell,
  BellOff,
  CircleCheck,
  CircleX,
  Ellipsis,
  Glasses,
  Mail,
  MailOpen,
  MessageSquare,
  Share2,
  UserPlus,
  type LucideIcon,
} from "lucide-react";
import Link from "next/link";
import { InvitationAnswer } from "./invitation-answer";
import type { InboxDeeds } from "./use-inbox";

const icons: Record<InboxKind, LucideIcon> = {
  mention: AtSign,
  reply: MessageSquare,
  invitation: UserPlus,
  share: Share2,
  review: Glasses,
  "experiment-finished": CircleCheck,
  "experiment-failed": CircleX,
};

export function InboxItem({ item, lab, deeds }: { item: InboxItemView; lab: string; deeds: InboxDeeds }) {
  const { kind, read, href, thread } = item;
  const Icon = icons[kind];
  const sentence = inboxSentence(item);
  return (
    <li className="flex items-start gap-2 py-3">
      <span className="flex h-6 w-8 shrink-0 items-center gap-1.5">
        <span className={clsx("size-2 rounded-full", !read && "bg-accent")} />
        <Icon size={16} aria-hidden className={kind === "experiment-failed" ? "text-danger" : "text-muted"} />
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <p className={clsx("break-words", !read && "font-medium")}>
          {!read && <span className="sr-only">Unread: </span>}
          {href ? (
            <Link href={href} className="hover:underline" onClick={() => deeds.mark(item, true)}>
              {sentence}
            </Link>
          ) : (
            sentence
          )}
        </p>
        {item.excerpt && <p className="line-clamp-2 text-sm break-words text-muted">{item.excerpt}</p>}
        <Failures item={item} lab={lab} />
        {!item.object && kind !== "invitation" && (
          <p className="text-sm text-muted">It is no longer there, or no longer yours to read.</p>
        )}
        <InvitationAnswer item={item} onJoin={() => deeds.mark(item, true)} />
        <p className="text-sm text-muted">
          {item.lab.slug !== lab && (
            <>
              <bdi>{item.lab.name}</bdi> ·{" "}
            </>
          )}
          <When date={item.createdAt} />
          {thread?.muted && " · thread muted"}
        </p>
      </div>
      <Menu
        trigger={
          <IconButton label={`More about: ${sentence}`}>
            <Ellipsis size={16} aria-hidden />
          </IconButton>
        }
      >
        <MenuItem onSelect={() => deeds.mark(item, !read)}>
          {read ? <Mail size={16} aria-hidden /> : <MailOpen size={16} aria-hidden />}
          {read ? "Mark as unread" : "Mark as read"}
        </MenuItem>
        {thread && thread.muted !== null && (
          <MenuItem onSelect={() => deeds.mute(thread, !thread.muted)}>
            {thread.muted ? <Bell size={16} aria-hidden /> : <BellOff size={16} aria-hidden />}
            {thread.muted ? "Hear of new replies" : "Mute the thread: hear only when I am named"}
          </MenuItem>
        )}
      </Menu>
    </li>
  );
}

function Failures({ item: { outcome, lab }, lab: here }: { item: InboxItemView; lab: string }) {
  if (!outcome || outcome.failures.length === 0) return null;
  const named = outcome.failures.reduce((sum, { count }) => sum + count, 0);
  return (
    <ul className="flex flex-col gap-1 text-sm">
      {outcome.failures.map(({ reason, count, run }) => (
        <li key={run.id} className="break-words">
          <Link href={`/lab/${lab.slug ?? here}/runs/${run.id}`} className="text-accent underline">
            {run.name}
          </Link>
          {count > 1 && ` and ${count - 1} more`}: {reason}
        </li>
      ))}
      {outcome.counts.failed > named && <li>And {outcome.counts.failed - named} for other reasons.</li>}
    </ul>
  );
}
