"use client";
import { LogOut, User } from "lucide-react";
import { useRouter } from "next/navigation";
import { Menu, MenuItem } from "../ui/menu";

export function AccountMenu({ person }: { person: { name: string; email: string } }) {
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
          <span className="truncate">{person.name}</span>
        </button>
      }
    >
      <MenuItem onSelect={() => router.push("/account")}>
        <User size={16} aria-hidden />
        Account
      </MenuItem>
      <MenuItem onSelect={() => router.push("/sign-out")}>
        <LogOut size={16} aria-hidden />
        Sign out
      </MenuItem>
    </Menu>
  );
}
