"use client";
import type { LabSummary } from "@/contracts/lab";
import clsx from "clsx";
import { Search } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { AccountMenu } from "./account-menu";
import { UnreadCount } from "../inbox/unread-count";
import { LabSwitcher } from "./lab-switcher";
import { LiveMark } from "./live-mark";
import { places } from "./places";
import { ThemeMenu } from "./theme-menu";

export interface ShellFacts {
  lab: LabSummary;
  labs: readonly LabSummary[];
  person: { name: string; email: string };
}

export function Rail({
  lab,
  labs,
  person,
  onSearch,
  onShortcuts,
  onTour,
  onLeave,
}: ShellFacts & { onSearch: () => void; onShortcuts: () => void; onTour: () => void; onLeave?: () => void }) {
  const pathname = usePathname();
  const base = `/lab/${lab.slug}`;
  return (
    <div className="flex h-full flex-col gap-2 p-2">
      <LabSwitcher lab={lab} labs={labs} />
      <button
        type="button"
        onClick={onSearch}
        className="flex h-8 items-center gap-2 rounded border border-line px-2 text-muted hover:bg-sunken hover:text-ink"
      >
        <Search size={16} aria-hidden />
        <span className="flex-1 text-left">Search</span>
        <kbd className="text-sm max-md:hidden">Ctrl K</kbd>
      </button>
      <nav aria-label="Lab" className="flex-1">
        <ul className="flex flex-col">
          {places.map(({ path, label, icon: Icon }) => {
            const here = path === "" ? pathname === base : pathname.startsWith(base + path);
            return (
              <li key={path}>
                <Link
                  href={base + path}
                  onClick={onLeave}
                  aria-current={here ? "page" : undefined}
                  className={clsx(
                    "flex h-8 items-center gap-2 rounded px-2 hover:bg-sunken",
                    here ? "bg-accent-wash font-medium text-ink" : "text-muted",
                  )}
                >
                  <Icon size={16} aria-hidden />
                  {label}
                  {path === "/inbox" && <UnreadCount />}
                </Link>
              </li>
            );
          })}
        </ul>
      </nav>
      <LiveMark />
      <div className="flex items-center gap-1 border-t border-line pt-2">
        <AccountMenu person={person} onShortcuts={onShortcuts} onTour={onTour} />
        <ThemeMenu />
      </div>
    </div>
  );
}
