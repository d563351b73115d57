"use client";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { useId, useState, type ReactNode } from "react";
import type { Cell } from "./csv";
import { FigureMenu } from "./figure-menu";
import { useWidth } from "./use-width";

export interface FigureProps {
  title: string;
  unit: string;
  /** What exactly is measured: window, source. */
  definition: string;
  /** N, and what the band is. */
  note: string;
  remarks?: readonly string[];
  /** Why there is nothing to draw. */
  empty: string | null;
  /** The drawing at a width in px. `still`: for the export, without what follows the pointer. */
  draw: (width: number, still: boolean) => ReactNode;
  height: (width: number) => number;
  /** Same rows as the drawing shows, head first. */
  csv: () => readonly (readonly Cell[])[];
  /** The same numbers for those who cannot or do not want to read a plot. */
  table: () => ReactNode;
  /** Lies over the drawing and answers pointer and keys. */
  reader?: (width: number) => ReactNode;
  /** More items of the menu. */
  menu?: ReactNode;
  actions?: ReactNode;
  headingLevel?: 2 | 3;
  className?: string;
}

/** The frame of every figure: what it shows, how to take it away, N and band, and its numbers as a table. */
export function Figure(props: FigureProps) {
  const { title, unit, definition, note, remarks = [], empty, draw, height, csv, table } = props;
  const id = useId();
  const [ref, width] = useWidth();
  const [asTable, setAsTable] = useState(false);
  const Heading = props.headingLevel === 2 ? "h2" : "h3";
  return (
    <figure
      aria-labelledby={`${id}t`}
      aria-describedby={`${id}n`}
      className={`flex min-w-0 flex-col gap-1 ${props.className ?? ""}`}
    >
      <figcaption className="flex items-start justify-between gap-2">
        <div className="min-w-0">
          <Heading id={`${id}t`} className="text-base font-semibold">
            {title} <span className="font-normal text-muted">({unit})</span>
          </Heading>
          <p className="text-sm text-muted">{definition}</p>
        </div>
        <div className="flex shrink-0 items-center">
          {props.actions}
          {!empty && (
            <FigureMenu
              title={title}
              words={{ title: `${title} (${unit})`, definition, notes: [note, ...remarks].filter(Boolean) }}
              draw={(w) => draw(w, true)}
              csv={csv}
              asTable={asTable}
              onTable={setAsTable}
            >
              {props.menu}
            </FigureMenu>
          )}
        </div>
      </figcaption>
      {empty ? (
        <EmptyState title={empty} />
      ) : asTable ? (
        table()
      ) : (
        <div ref={ref} className="relative min-w-0" style={{ fontSize: 12 }}>
          {width === null || width < 60 ? (
            <Skeleton className="h-56 w-full" />
          ) : (
            <div className="relative" style={{ height: height(width) }}>
              <div role="img" aria-label={`${title}, ${unit}. ${note}`}>
                {draw(width, false)}
              </div>
              {props.reader?.(width)}
            </div>
          )}
        </div>
      )}
      <div id={`${id}n`} data-part="note" className="text-sm text-muted">
        {note && <p>{note}</p>}
        {remarks.map((remark) => (
          <p key={remark}>{remark}</p>
        ))}
      </div>
    </figure>
  );
}
