"use client";
import type { LabSummary } from "@/contracts/lab";
import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";

/** What a lab is besides what it keeps. Only what works stands here. */
export const labTabs: readonly { path: string; label: string; ownersOnly?: boolean }[] = [
  { path: "/members", label: "Members" },
  { path: "/sharing", label: "Who sees what" },
  { path: "/trash", label: "Trash" },
  { path: "/audit", label: "Audit log", ownersOnly: true },
  { path: "/settings", label: "Settings" },
];

export function LabTabs({ lab }: { lab: LabSummary }) {
  const pathname = usePathname();
  return (
    <nav aria-label="About this lab" className="mb-4">
      <ul className="flex flex-wrap border-b border-line">
        {labTabs
          .filter(({ ownersOnly }) => !ownersOnly || lab.role === "owner")
          .map(({ path, label }) => {
            const href = `/lab/${lab.slug}${path}`;
            const here = pathname.startsWith(href);
            return (
              <li key={path}>
                <Link
                  href={href}
                  aria-current={here ? "page" : undefined}
                  className={clsx(
                    "-mb-px inline-block border-b-2 px-3 py-2",
                    here
                      ? "border-accent font-medium text-ink"
                      : "border-transparent text-muted hover:text-ink",
                  )}
                >
                  {label}
                </Link>
              </li>
            );
          })}
      </ul>
    </nav>
  );
}
