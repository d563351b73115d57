"use client";
import { useUnread } from "./use-unread";

export function UnreadCount() {
  const unread = useUnread();
  if (unread === 0) return null;
  return (
    <span className="ml-auto rounded-full bg-accent px-1.5 text-sm text-accent-ink">
      {unread > 99 ? "99+" : unread}
      <span className="sr-only"> unread</span>
    </span>
  );
}
