"use client";
import { QueryState } from "@/components/list/query-state";
import { useTRPC } from "@/components/providers/trpc";
import { Name } from "@/components/ui/name";
import { When } from "@/components/ui/when";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { cards } from "./how-many";

/** Saved comparisons; those of the demonstration come first, in their order. */
export function ComparisonCards({ lab }: { lab: string }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.comparisons.list.queryOptions({ lab, limit: cards }));
  return (
    <section aria-labelledby="comparisons" className="flex flex-col gap-2">
      <h2 id="comparisons" className="font-semibold">
        Comparisons
      </h2>
      <QueryState query={query} what="the saved comparisons">
        {({ rows, total }) =>
          rows.length === 0 ? (
            <p className="text-muted">
              None is saved yet. Open an experiment and choose Compare; save what you want to find again.
            </p>
          ) : (
            <>
              <ul className="grid gap-2 md:grid-cols-2 2xl:grid-cols-3">
                {rows.map(({ id, name, notes, author, updatedAt, state }, index) => (
                  <li key={id}>
                    <Link
                      href={`/lab/${lab}/compare/${id}`}
                      data-tour={index === 0 ? "comparison" : undefined}
                      className="flex h-full flex-col gap-1 rounded border border-line p-3 hover:border-accent hover:bg-wash"
                    >
                      <Name name={name} className="font-medium" />
                      {notes && <span className="line-clamp-3 text-sm text-muted">{notes}</span>}
                      <span className="mt-auto text-sm text-muted">
                        {state.groups.length} groups · <Name name={author} /> · <When date={updatedAt} />
                      </span>
                    </Link>
                  </li>
                ))}
              </ul>
              {total > rows.length && (
                <Link href={`/lab/${lab}/compare/all`} className="self-start text-accent underline">
                  All {total} comparisons
                </Link>
              )}
            </>
          )
        }
      </QueryState>
    </section>
  );
}
