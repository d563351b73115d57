"use client";
import { QueryState } from "@/components/list/query-state";
import { ShowOlder } from "@/components/list/show-older";
import { useQueryText } from "@/components/list/use-query-text";
import { useTRPC } from "@/components/providers/trpc";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { When } from "@/components/ui/when";
import { type LogFilter, logFormats } from "@/contracts/activity";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useMemo } from "react";
import { readFilter, writeFilter } from "./log-address";
import { LogFilters } from "./log-filters";
import { nextPage } from "./pages";
import { Sentence } from "./sentence";

/** Who did what in this lab, for its owners: nothing in it can be changed or taken away. */
export function LogPage({ lab }: { lab: string }) {
  const trpc = useTRPC();
  const [text, write] = useQueryText();
  const filter = useMemo(() => readFilter(text), [text]);
  const query = useInfiniteQuery(
    trpc.activity.log.infiniteQueryOptions(
      { lab, ...filter },
      { getNextPageParam: nextPage, placeholderData: keepPreviousData },
    ),
  );
  const narrowed = writeFilter(filter);
  return (
    <>
      <PageHead
        title="Audit log"
        actions={logFormats.map((format) => (
          <a
            key={format}
            className={buttonClass()}
            download
            href={`/api/lab/${lab}/audit?format=${format}${narrowed && `&${narrowed}`}`}
          >
            <Download size={16} aria-hidden /> {format.toUpperCase()}
          </a>
        ))}
      />
      <LogFilters
        lab={lab}
        filter={filter}
        onChange={(next: LogFilter) => write(writeFilter(next), "pushState")}
      />
      <QueryState query={query} what="the audit log">
        {({ pages }) => {
          const entries = pages.flatMap((page) => page.entries);
          return entries.length === 0 ? (
            <EmptyState title="Nothing in the log fits this">
              Show everything, or widen one of the filters.
            </EmptyState>
          ) : (
            <Table label="Audit log" className="max-h-[75dvh] max-w-6xl">
              <thead>
                <tr>
                  <Th>When</Th>
                  <Th>What</Th>
                  <Th>Action</Th>
                  <Th>More</Th>
                </tr>
              </thead>
              <tbody>
                {entries.map((entry) => (
                  <Tr key={entry.id}>
                    <Td className="whitespace-nowrap text-muted tabular-nums">
                      <When exact date={entry.at} />
                    </Td>
                    <Td>
                      <Sentence entry={entry} />
                    </Td>
                    <Td className="font-mono text-sm whitespace-nowrap">{entry.action}</Td>
                    <Td className="text-sm break-all text-muted">
                      {Object.entries(entry.details)
                        .map(([key, value]) => `${key}: ${String(value)}`)
                        .join(", ")}
                    </Td>
                  </Tr>
                ))}
              </tbody>
            </Table>
          );
        }}
      </QueryState>
      <ShowOlder query={query} className="mt-2" />
    </>
  );
}
