"use client";
import type { PagedQuery } from "@/components/list/paged";
import type { ReactNode } from "react";
import { type ListedVersion, VersionList } from "./version-list";

/** Beside a version: what changed since the one that it is held against, and all the others. */
export function VersionsAside({
  base,
  history,
  shown,
  before,
  difference,
  children,
}: {
  base: string;
  history: PagedQuery<ListedVersion>;
  shown: number;
  /** Null where there is none. */
  before: number | null;
  difference: ReactNode;
  children?: ReactNode;
}) {
  return (
    <aside className="flex min-w-0 flex-col gap-6" aria-label="Versions">
      {before !== null && (
        <section aria-labelledby="difference">
          <h2 id="difference" className="mb-2 font-semibold">
            What changed since v{before}
          </h2>
          {difference}
        </section>
      )}
      <VersionList base={base} history={history} shown={shown} />
      {children}
    </aside>
  );
}
