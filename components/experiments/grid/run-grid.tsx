"use client";
import type { ExperimentDetail, RunCell } from "@/contracts/experiment";
import { subjectKey } from "@/contracts/experiment";
import { useMemo, useRef, useState, type KeyboardEvent } from "react";
import { gridRows, type GridRow } from "./rows";
import { RunBox } from "./run-box";
import { sayCell } from "./say-cell";

/**
 * The grid of runs. It is one stop of the Tab key; arrows move within. What stands under the pointer or the focus is said
 * in one line below, rather than in ten thousand tooltips.
 */
export function RunGrid({ lab, detail }: { lab: string; detail: ExperimentDetail }) {
  const rows = useMemo(() => gridRows(detail), [detail]);
  const [at, setAt] = useState<string | null>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const first = rows.flatMap((row) => row.columns.flat()).at(0)?.id ?? null;
  const stop = detail.cells.some(({ id }) => id === current) ? current : first;
  const pointed = detail.cells.find(({ id }) => id === at);

  const move = (event: KeyboardEvent) => {
    const next = neighbour(rows, stop, event.key);
    if (!next) return;
    event.preventDefault();
    setCurrent(next);
    box.current?.querySelector<HTMLElement>(`[data-cell="${next}"]`)?.focus();
  };
  const seen = (target: EventTarget) =>
    (target as Element).closest<HTMLElement>("[data-cell]")?.dataset.cell ?? null;

  return (
    <div className="flex flex-col gap-2">
      <div
        ref={box}
        className="relative max-h-[70dvh] w-fit max-w-full overflow-auto rounded border border-line"
        role="region"
        aria-label="Runs by model, arm and subject"
        tabIndex={first === null ? 0 : -1}
        onKeyDown={move}
        onPointerOver={(event) => setAt(seen(event.target))}
        onPointerLeave={() => setAt(null)}
        onFocus={(event) => {
          const id = seen(event.target);
          setAt(id);
          if (id) setCurrent(id);
        }}
      >
        <table className="border-separate border-spacing-0 text-left">
          <thead>
            <tr>
              <Head className="left-0 z-20">Model</Head>
              <Head>Arm</Head>
              {detail.subjects.map((subject) => (
                <Head key={subjectKey(subject)} className="border-l">
                  {subjectKey(subject)}
                </Head>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <Row
                key={row.key}
                row={row}
                lab={lab}
                named={rows[index - 1]?.model !== row.model}
                ruled={index > 0 && rows[index - 1].model !== row.model}
                stop={stop}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className="min-h-5 text-sm text-muted">
        {pointed
          ? sayCell(pointed)
          : "A column is a subject (population and rank), a box a repetition. Point at a box to read it, open it to see its run."}
      </p>
    </div>
  );
}

function Head({ className = "", children }: { className?: string; children: string }) {
  return (
    <th
      scope="col"
      className={`sticky top-0 z-10 border-b border-line bg-wash px-2 py-1 text-sm font-medium whitespace-nowrap text-muted ${className}`}
    >
      {children}
    </th>
  );
}

function Row({
  row,
  lab,
  named,
  ruled,
  stop,
}: {
  row: GridRow;
  lab: string;
  /** The first row of its model says its name. */
  named: boolean;
  ruled: boolean;
  stop: string | null;
}) {
  const line = ruled ? "border-t border-line" : "";
  return (
    <tr>
      <th
        scope="row"
        className={`sticky left-0 z-10 max-w-40 bg-paper px-2 py-1 text-sm font-medium sm:max-w-64 ${line}`}
      >
        <span className={named ? "" : "sr-only"}>{row.model}</span>
      </th>
      <td className={`px-2 py-1 text-sm whitespace-nowrap ${line}`}>{row.armTitle}</td>
      {row.refused !== null && row.columns.every((column) => column.length === 0) ? (
        <td colSpan={row.columns.length} className={`max-w-prose px-2 py-1 text-sm text-muted ${line}`}>
          Refused: {row.refused}
        </td>
      ) : (
        row.columns.map((column, index) => (
          <td key={index} className={`border-l border-line px-2 py-1 ${line}`}>
            <span className="flex gap-0.5">
              {column.map((cell) => (
                <RunBox key={cell.id} cell={cell} lab={lab} tabbable={cell.id === stop} />
              ))}
            </span>
          </td>
        ))
      )}
    </tr>
  );
}

/** The run one step away; undefined at an edge or for another key. */
function neighbour(rows: readonly GridRow[], from: string | null, key: string): string | undefined {
  const lines: RunCell[][] = rows.map((row) => row.columns.flat()).filter((line) => line.length > 0);
  const y = lines.findIndex((line) => line.some(({ id }) => id === from));
  if (y < 0) return undefined;
  const x = lines[y].findIndex(({ id }) => id === from);
  if (key === "ArrowRight") return lines[y][x + 1]?.id;
  if (key === "ArrowLeft") return lines[y][x - 1]?.id;
  if (key === "ArrowDown") return lines[y + 1]?.[Math.min(x, lines[y + 1].length - 1)]?.id;
  if (key === "ArrowUp") return lines[y - 1]?.[Math.min(x, lines[y - 1].length - 1)]?.id;
  if (key === "Home") return lines[y][0].id;
  if (key === "End") return lines[y].at(-1)?.id;
  return undefined;
}
