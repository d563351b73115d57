"use client";
import { Menu } from "lucide-react";
import { useUnread } from "../inbox/use-unread";
import { IconButton } from "../ui/icon-button";

/** Opens the rail on a phone; a mark says that something waits in it. */
export function MenuButton({ onClick }: { onClick: () => void }) {
  const unread = useUnread();
  return (
    <IconButton label={unread > 0 ? `Menu, ${unread} unread in the inbox` : "Menu"} onClick={onClick}>
      <span className="relative">
        <Menu size={20} aria-hidden />
        {unread > 0 && (
          <span className="absolute -top-0.5 -right-0.5 size-2 rounded-full bg-accent forced-colors:bg-[Highlight]" />
        )}
      </span>
    </IconButton>
  );
}
