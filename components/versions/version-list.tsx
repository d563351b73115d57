"use client";
import { Name } from "@/components/ui/name";
import { When } from "@/components/ui/when";
import clsx from "clsx";
import Link from "next/link";

interface Version {
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
  history: readonly Version[];
  shown: number;
}) {
  const newestFirst = [...history].sort((a, b) => b.number - a.number);
  return (
    <section aria-labelledby="versions">
      <h2 id="versions" className="mb-2 font-semibold">
        Versions
      </h2>
      <ol className="rounded border border-line">
        {newestFirst.map((version) => (
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
    </section>
  );
}
