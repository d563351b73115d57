"use client";
import { Compass, Keyboard, LogOut, User } from "lucide-react";
import { useRouter } from "next/navigation";
import { Menu, MenuItem } from "../ui/menu";

export function AccountMenu({
  person,
  onShortcuts,
  onTour,
}: {
  person: { name: string; email: string };
  onShortcuts: () => void;
  onTour: () => void;
}) {
  const router = useRouter();
  return (
    <Menu
      align="start"
      side="top"
      trigger={
        <button
          type="button"
          aria-label={`Account of ${person.name}`}
          className="flex h-8 min-w-0 flex-1 items-center gap-2 rounded px-2 text-left hover:bg-sunken"
        >
          <User size={16} aria-hidden className="shrink-0 text-muted" />
          <bdi className="truncate">{person.name}</bdi>
        </button>
      }
    >
      <MenuItem onSelect={() => router.push("/account")}>
        <User size={16} aria-hidden />
        Account
      </MenuItem>
      <MenuItem onSelect={onTour}>
        <Compass size={16} aria-hidden />
        Tour of the demonstration
      </MenuItem>
      <MenuItem onSelect={onShortcuts}>
        <Keyboard size={16} aria-hidden />
        Keyboard shortcuts
      </MenuItem>
      <MenuItem onSelect={() => router.push("/sign-out")}>
        <LogOut size={16} aria-hidden />
        Sign out
      </MenuItem>
    </Menu>
  );
}
