"use client";
import type { Page } from "@/contracts/list";
import type { UseInfiniteQueryResult, InfiniteData } from "@tanstack/react-query";
import clsx from "clsx";
import { useMemo, useState, type ReactNode } from "react";
import { Button } from "../ui/button";
import { Table, Td, Th, Tr } from "../ui/table";
import { ColumnHead } from "./column-head";
import type { ListColumn } from "./list-column";
import { isNarrowed } from "./list-state";
import { ListBar } from "./list-bar";
import { ListSkeleton } from "./list-skeleton";
import { More } from "./more";
import { QueryState } from "./query-state";
import { nameCellClass, rowClass } from "./rows-of";
import type { ListControls } from "./use-list";

export interface Choosing<Row> {
  /** What a box is for, for instance "to compare". */
  readonly purpose: string;
  /** What can be done with the chosen rows. */
  readonly actions: (chosen: readonly Row[], clear: () => void) => ReactNode;
}

interface Props<Row extends { readonly id: string }> {
  /** What the rows are, in the plural: "models". */
  noun: string;
  /** The first column names the row; its cell holds the link to it. */
  columns: readonly ListColumn<Row>[];
  controls: ListControls;
  query: UseInfiniteQueryResult<InfiniteData<Page<Row>>, { message: string }>;
  /** Stands in place of the table while there is nothing at all. */
  empty: ReactNode;
  /** What to call a row where it is chosen. */
  nameOf: (row: Row) => string;
  /** Where the row's id is not enough. */
  keyOf?: (row: Row) => string;
  choosing?: Choosing<Row>;
  /** Saved views of this list. */
  views?: ReactNode;
  /** Under another part of a page it takes no more height than it needs. */
  className?: string;
}

/**
 * Every list of objects: narrowed by typing and by column, ordered, with the columns one wants, page after page. The
 * server does all of that; what stands here is what it answered.
 */
export function ObjectList<Row extends { readonly id: string }>(props: Props<Row>) {
  const { noun, columns, controls, query, empty, views } = props;
  const { state } = controls;
  return (
    <QueryState query={query} what={`the ${noun} of this lab`} waiting={<ListSkeleton />}>
      {({ pages: [first] }) =>
        first.total === 0 && !isNarrowed(state) && state.view === null ? (
          empty
        ) : (
          <>
            <ListBar
              noun={noun}
              columns={columns}
              controls={controls}
              total={first.total}
              choices={first.choices}
              busy={query.isFetching && query.isPlaceholderData}
              views={views}
            />
            <Rows {...props} />
          </>
        )
      }
    </QueryState>
  );
}

function Rows<Row extends { readonly id: string }>({
  noun,
  columns,
  controls,
  query,
  nameOf,
  keyOf = ({ id }) => id,
  choosing,
  className = "md:max-h-[calc(100dvh-10.5rem)]",
}: Props<Row>) {
  const { shape, state, push } = controls;
  const pages = query.data?.pages;
  const rows = useMemo(() => (pages ?? []).flatMap((page) => page.rows), [pages]);
  const [chosen, setChosen] = useState<ReadonlyMap<string, Row>>(new Map());
  const shown = state.columns
    ? columns.filter(({ key }, index) => index === 0 || state.columns!.includes(key))
    : columns.filter(({ unusual }) => !unusual);
  const choose = (row: Row) =>
    setChosen((now) => {
      const next = new Map(now);
      if (!next.delete(keyOf(row))) next.set(keyOf(row), row);
      return next;
    });
  if (rows.length === 0)
    return (
      <p className="rounded border border-dashed border-line-strong p-4 text-muted">
        None of the {noun} is like this.{" "}
        <button
          type="button"
          className="text-accent underline"
          onClick={() => push({ ...state, text: "", where: {} })}
        >
          Show all {noun}
        </button>
      </p>
    );
  return (
    <>
      <Table
        label={noun[0].toUpperCase() + noun.slice(1)}
        className={className}
        foot={<More byItself query={query} shown={rows.length} total={pages![0].total} noun={noun} />}
      >
        <thead>
          <tr>
            {choosing && (
              <Th className="w-8">
                <span className="sr-only">Choose {choosing.purpose}</span>
              </Th>
            )}
            {shown.map((column, index) => (
              <ColumnHead
                key={column.key}
                column={column}
                shape={shape}
                state={state}
                push={push}
                choices={pages![0].choices[column.filter ?? ""] ?? []}
                className={index === 0 ? "left-0 z-20" : undefined}
              />
            ))}
          </tr>
        </thead>
        <tbody
          aria-busy={query.isPlaceholderData || undefined}
          className={clsx(query.isPlaceholderData && "opacity-60")}
        >
          {rows.map((row) => (
            <Tr key={keyOf(row)} data-list-row="" className={rowClass}>
              {choosing && (
                <Td className="w-8">
                  <input
                    type="checkbox"
                    data-choose=""
                    aria-label={`Choose ${nameOf(row)} ${choosing.purpose}`}
                    className="block size-4 accent-accent"
                    checked={chosen.has(keyOf(row))}
                    onChange={() => choose(row)}
                  />
                </Td>
              )}
              {shown.map(({ key, cell, align, className: own }, index) => (
                <Td
                  key={key}
                  className={clsx(index === 0 && nameCellClass, align === "right" && "text-right", own)}
                >
                  {cell(row)}
                </Td>
              ))}
            </Tr>
          ))}
        </tbody>
      </Table>
      {choosing && chosen.size > 0 && (
        <div
          role="region"
          aria-label="What to do with the chosen ones"
          className="sticky bottom-0 z-20 mt-2 flex flex-wrap items-center gap-3 rounded border border-line-strong bg-paper p-2"
        >
          <span role="status">{chosen.size} chosen</span>
          {choosing.actions([...chosen.values()], () => setChosen(new Map()))}
          <Button look="quiet" onClick={() => setChosen(new Map())}>
            Choose none
          </Button>
        </div>
      )}
    </>
  );
}
