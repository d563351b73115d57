"use client";
import { nextPage } from "@/components/list/list-state";
import { QueryState } from "@/components/list/query-state";
import { useQueryText } from "@/components/list/use-query-text";
import { useSettled } from "@/components/list/use-settled";
import { useTRPC } from "@/components/providers/trpc";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Input } from "@/components/ui/input";
import { Name } from "@/components/ui/name";
import { Skeleton } from "@/components/ui/skeleton";
import { When } from "@/components/ui/when";
import { searchKind, type SearchHit, type SearchKind } from "@/contracts/search";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { X } from "lucide-react";
import Link from "next/link";
import { kinds } from "./kinds";
import { Marked } from "./marked";
import { searchQuery, type SearchState } from "./search-href";

/** Everything in the lab that holds what was typed, the best of each kind first; the address says the question. */
export function SearchPage({ lab }: { lab: string }) {
  const trpc = useTRPC();
  const [query, write] = useQueryText();
  const params = new URLSearchParams(query);
  const kind = searchKind.safeParse(params.get("kind"));
  const state: SearchState = {
    text: params.get("q") ?? "",
    tag: params.get("tag"),
    kind: kind.success ? kind.data : null,
  };
  const question = { lab, text: useSettled(state.text.trim(), 150), tag: state.tag };
  const everywhere = useQuery(
    trpc.search.everywhere.queryOptions(question, { placeholderData: keepPreviousData }),
  );
  const push = (next: SearchState) => write(searchQuery(next), "pushState");
  const groups = everywhere.data?.groups ?? [];
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <div className="flex flex-wrap items-center gap-2">
        <Input
          type="search"
          data-filter-box=""
          dir="auto"
          aria-label="Search this lab"
          placeholder='Words, "a phrase", -without'
          className="max-w-xl"
          value={state.text}
          onChange={(event) => write(searchQuery({ ...state, text: event.target.value }), "replaceState")}
        />
        {state.tag && (
          <button
            type="button"
            onClick={() => push({ ...state, tag: null })}
            className="inline-flex min-h-8 items-center gap-1 rounded border border-accent bg-accent-wash px-2"
          >
            <span className="text-muted">tag</span> <bdi>{state.tag}</bdi>
            <X size={14} aria-hidden />
            <span className="sr-only">: let go</span>
          </button>
        )}
      </div>
      {groups.length > 0 && (
        <div role="group" aria-label="Kind" className="flex flex-wrap gap-1">
          <KindButton on={state.kind === null} onClick={() => push({ ...state, kind: null })}>
            All kinds
          </KindButton>
          {groups.map(({ kind: one, total }) => (
            <KindButton key={one} on={state.kind === one} onClick={() => push({ ...state, kind: one })}>
              {kinds[one].plural} <span className="text-muted">{total}</span>
            </KindButton>
          ))}
        </div>
      )}
      {state.kind ? (
        <OneKind key={state.kind} question={question} kind={state.kind} lab={lab} />
      ) : (
        <QueryState query={everywhere} what="what was found" waiting={<Waiting />}>
          {() =>
            groups.length === 0 ? (
              <EmptyState title="Nothing is like this">
                Every word has to stand somewhere in a name, a tag or a text. Try fewer words, or a part of
                one.
              </EmptyState>
            ) : (
              <div className="flex flex-col gap-6" aria-busy={everywhere.isPlaceholderData || undefined}>
                {groups.map(({ kind: one, hits, total }) => (
                  <section key={one} aria-labelledby={`found-${one}`}>
                    <h2 id={`found-${one}`} className="mb-1 font-semibold">
                      {kinds[one].plural} <span className="font-normal text-muted">{total}</span>
                    </h2>
                    <Hits hits={hits} />
                    {total > hits.length && (
                      <button
                        type="button"
                        className="mt-1 min-h-8 text-accent underline"
                        onClick={() => push({ ...state, kind: one })}
                      >
                        All {total} {kinds[one].plural.toLowerCase()}
                      </button>
                    )}
                  </section>
                ))}
              </div>
            )
          }
        </QueryState>
      )}
    </div>
  );
}

function OneKind({
  question,
  kind,
}: {
  lab: string;
  question: { lab: string; text: string; tag: string | null };
  kind: SearchKind;
}) {
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.search.within.infiniteQueryOptions(
      { ...question, kind },
      { getNextPageParam: nextPage, placeholderData: keepPreviousData },
    ),
  );
  return (
    <QueryState query={query} what="what was found" waiting={<Waiting />}>
      {({ pages }) => (
        <section aria-label={kinds[kind].plural}>
          <p role="status" className="mb-1 text-sm text-muted">
            {pages[0].total}{" "}
            {pages[0].total === 1 ? kinds[kind].title.toLowerCase() : kinds[kind].plural.toLowerCase()}
          </p>
          <Hits hits={pages.flatMap(({ rows }) => rows)} />
          {query.hasNextPage && (
            <Button
              className="mt-2"
              busy={query.isFetchingNextPage}
              onClick={() => void query.fetchNextPage()}
            >
              Show more
            </Button>
          )}
        </section>
      )}
    </QueryState>
  );
}

function Hits({ hits }: { hits: readonly SearchHit[] }) {
  return (
    <ul className="border-t border-line">
      {hits.map(({ kind, id, name, version, href, tags, at, snippet }) => {
        const Icon = kinds[kind].icon;
        return (
          <li
            key={id}
            data-list-row=""
            className="flex items-start gap-2 border-b border-line py-2 hover:bg-wash"
          >
            <Icon size={16} aria-hidden className="mt-0.5 shrink-0 text-muted" />
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-baseline gap-x-2">
                <Link href={href} data-row-link="" className="font-medium break-words hover:underline">
                  <Name name={name} />
                </Link>
                <span className="text-sm text-muted">
                  {version} <When date={at} />
                </span>
                {tags.map((tag) => (
                  <bdi key={tag} className="rounded border border-line px-1.5 text-sm text-muted">
                    {tag}
                  </bdi>
                ))}
              </p>
              {snippet && (
                <p className="text-sm text-muted">
                  <Marked snippet={snippet} />
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function KindButton({
  on,
  onClick,
  children,
}: {
  on: boolean;
  onClick: () => void;
  children: React.ReactNode;
}) {
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={onClick}
      className={clsx(
        "min-h-8 rounded border px-2",
        on ? "border-accent bg-accent-wash" : "border-line hover:bg-wash",
      )}
    >
      {children}
    </button>
  );
}

function Waiting() {
  return (
    <div role="status" className="flex flex-col gap-3">
      <span className="sr-only">Loading</span>
      {Array.from({ length: 6 }, (_, index) => (
        <Skeleton key={index} className="h-10" />
      ))}
    </div>
  );
}
