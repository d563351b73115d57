"use client";
import Link from "next/link";
import { createContext, use } from "react";

export interface Crumb {
  label: string;
  href: string;
}

/** Within this every page lives there, wherever it says it does: what another lab shares is in none of a lab's rooms. */
export const CrumbsContext = createContext<readonly Crumb[] | null>(null);

/** Where the page lives; the page itself is the heading below. */
export function Breadcrumb({ crumbs: own }: { crumbs: readonly Crumb[] }) {
  const crumbs = use(CrumbsContext) ?? own;
  return (
    <nav aria-label="Breadcrumb">
      <ol className="flex flex-wrap gap-x-1 text-sm text-muted">
        {crumbs.map((crumb) => (
          <li key={crumb.href} className="after:ml-1 after:content-['/'] last:after:content-none">
            <Link
              href={crumb.href}
              className="inline-flex min-h-6 items-center underline-offset-2 hover:text-ink hover:underline"
            >
              <bdi>{crumb.label}</bdi>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
