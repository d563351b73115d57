"use client";
import type { Rows } from "@/contracts/list";
import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { More } from "./more";
import { QueryState } from "./query-state";

export type PagedQuery<Row, Also = unknown> = UseInfiniteQueryResult<
  InfiniteData<Rows<Row> & Also>,
  { message: string }
>;

/** A list of one order, page after page: what was read of it, and the rest at a press. */
export function Paged<Row, Also = unknown>({
  query,
  what,
  noun,
  waiting,
  children,
}: {
  query: PagedQuery<Row, Also>;
  /** "the members of this lab" */
  what: string;
  /** What the rows are, in the plural: "members". */
  noun: string;
  waiting?: ReactNode;
  children: (rows: Row[], first: Rows<Row> & Also) => ReactNode;
}) {
  return (
    <QueryState query={query} what={what} waiting={waiting}>
      {({ pages }) => {
        const rows = pages.flatMap((page) => page.rows);
        return (
          <>
            {children(rows, pages[0])}
            <More query={query} shown={rows.length} total={pages[0].total} noun={noun} />
          </>
        );
      }}
    </QueryState>
  );
}
