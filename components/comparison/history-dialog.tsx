"use client";
import { nextPage } from "@/components/list/list-state";
import { Paged } from "@/components/list/paged";
import { useTRPC } from "@/components/providers/trpc";
import { Badge } from "@/components/ui/badge";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { Name } from "@/components/ui/name";
import { When } from "@/components/ui/when";
import type { ComparisonSummary } from "@/contracts/comparison";
import { useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { differencesOf, fieldTitle, fieldWords } from "./merge";
import { encodeState } from "./state";

/** What a comparison was; opened, an earlier state stands on the page and can be saved again. */
export function HistoryDialog({
  lab,
  saved,
  onClose,
}: {
  lab: string;
  saved: ComparisonSummary;
  onClose: () => void;
}) {
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.comparisons.history.infiniteQueryOptions({ lab, id: saved.id }, { getNextPageParam: nextPage }),
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Earlier states"
      description="Opened, one stands on the page as changes that are not saved."
    >
      <Paged query={query} what="the history of this comparison" noun="states">
        {(all) =>
          all.length === 0 ? (
            <EmptyState title="It was saved once">Each change that is saved stands here.</EmptyState>
          ) : (
            <ol className="divide-y divide-line border-y border-line">
              {all.map(({ number, author, createdAt, aside, state }) => {
                const differs = differencesOf(saved.state, state, saved.state);
                return (
                  <li key={number} className="flex flex-col gap-1 py-2">
                    <p className="flex flex-wrap items-center gap-2">
                      {differs.length === 0 ? (
                        <span className="font-medium">As it is now</span>
                      ) : (
                        <Link
                          className="font-medium text-accent underline"
                          href={`/lab/${lab}/compare/${saved.id}?${encodeState(state, saved.state)}`}
                          onClick={onClose}
                        >
                          Open state {number}
                        </Link>
                      )}
                      {aside && <Badge>kept, not chosen</Badge>}
                      <span className="text-sm text-muted">
                        <Name name={author} />, <When date={createdAt} />
                      </span>
                    </p>
                    <p className="text-sm text-muted">
                      {differs
                        .map(({ field }) => `${fieldTitle[field]}: ${fieldWords(state, field, saved.state)}`)
                        .join("; ")}
                    </p>
                  </li>
                );
              })}
            </ol>
          )
        }
      </Paged>
    </Dialog>
  );
}
