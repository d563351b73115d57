"use client";
import clsx from "clsx";
import Link from "next/link";
import type { ComparisonSummary } from "@/contracts/comparison";

/** Sideways only: the page stays where it is. */
const intoView = (tab: HTMLLIElement | null) => {
  const row = tab?.closest("nav");
  if (!tab || !row) return;
  const beyond = tab.getBoundingClientRect().right - row.getBoundingClientRect().right;
  if (beyond > 0) row.scrollLeft += beyond;
};

/** Saved comparisons as tabs; those of the demonstration come first. `open` is null for one that is not saved yet. */
export function ComparisonTabs({
  lab,
  saved,
  open,
  total,
}: {
  lab: string;
  saved: readonly ComparisonSummary[];
  open: string | null;
  /** How many there are, shown or not. */
  total: number;
}) {
  const tab = (href: string, name: string, current: boolean) => (
    <li key={href} className="min-w-0" ref={current ? intoView : undefined}>
      <Link
        href={href}
        title={name}
        aria-current={current ? "page" : undefined}
        className={clsx(
          "-mb-px inline-block max-w-72 truncate border-b-2 px-3 py-2",
          current ? "border-accent font-medium text-ink" : "border-transparent text-muted hover:text-ink",
        )}
      >
        {name}
      </Link>
    </li>
  );
  return (
    <nav aria-label="Saved comparisons" className="-mx-4 mb-4 overflow-x-auto px-4 md:-mx-6 md:px-6">
      <ul className="flex min-w-max border-b border-line">
        {saved.map(({ id, name }) => tab(`/lab/${lab}/compare/${id}`, name, id === open))}
        {tab(`/lab/${lab}/compare?new=1`, "New comparison", open === null)}
        {total > 0 && tab(`/lab/${lab}/compare/all`, total > saved.length ? `All ${total}` : "All", false)}
      </ul>
    </nav>
  );
}
