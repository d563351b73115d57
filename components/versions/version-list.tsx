"use client";
import { Paged, type PagedQuery } from "@/components/list/paged";
import { Name } from "@/components/ui/name";
import { Skeleton } from "@/components/ui/skeleton";
import { When } from "@/components/ui/when";
import clsx from "clsx";
import Link from "next/link";

export interface ListedVersion {
  readonly id: string;
  readonly number: number;
  readonly author: string | null;
  readonly createdAt: Date;
  readonly notes: string;
}

export function VersionList({
  base,
  history,
  shown,
}: {
  base: string;
  history: PagedQuery<ListedVersion>;
  shown: number;
}) {
  return (
    <section aria-labelledby="versions">
      <h2 id="versions" className="mb-2 font-semibold">
        Versions
      </h2>
      <Paged query={history} what="the versions" noun="versions" waiting={<Skeleton className="h-24" />}>
        {(versions) => (
          <ol className="rounded border border-line">
            {versions.map((version) => (
              <li key={version.id} className="border-b border-line last:border-b-0">
                <div className={clsx("p-2", version.number === shown && "bg-accent-wash")}>
                  <Link
                    href={`${base}?version=${version.number}`}
                    aria-current={version.number === shown ? "true" : undefined}
                    className="font-medium hover:underline"
                  >
                    v{version.number}
                  </Link>
                  <span className="ml-2 text-sm text-muted">
                    <Name name={version.author} />, <When date={version.createdAt} />
                  </span>
                  {version.notes && <p className="line-clamp-3 text-sm text-muted">{version.notes}</p>}
                  {version.number !== shown && (
                    <Link
                      href={`${base}?version=${shown}&against=${version.number}`}
                      className="block text-sm text-accent underline"
                    >
                      Compare with v{shown}
                    </Link>
                  )}
                </div>
              </li>
            ))}
          </ol>
        )}
      </Paged>
    </section>
  );
}
