"use client";
import { Button } from "@/components/ui/button";
import { Table, Th } from "@/components/ui/table";
import type { Answers } from "@/contracts/reading";
import { useState, type KeyboardEvent } from "react";
import { answerTo, isOpen } from "./judged";
import { SignalCell } from "./signal-cell";
import { fill, type Filled, type Grid, type GridColumn, type GridRow } from "./signal-grid";

/** Where the picture of a signal is on the page. */
export const pictureOf = (signal: string) => `picture-${encodeURIComponent(signal)}`;

const many = (count: number, one: string) => `${count} ${one}${count === 1 ? "" : "s"}`;

const said = ({ signals, left, unsure }: Filled) =>
  [
    signals > 0 ? `Filled in for ${many(signals, "signal")}.` : "Nothing was filled in.",
    left > 0 && `${many(left, "answer")} of the file itself stayed.`,
    unsure > 0 && `${many(unsure, "answer")} to confirm or mend first.`,
  ]
    .filter(Boolean)
    .join(" ");

/** A row for each signal, a column for each question; on a phone a card for each signal. */
export function SignalTable({
  grid,
  pictured,
  published,
  answers,
  asked,
  onAnswers,
}: {
  grid: Grid;
  /** Signals that have a picture on the page. */
  pictured: ReadonlySet<string>;
  published: boolean;
  answers: Answers;
  asked: boolean;
  onAnswers: (answers: Answers) => void;
}) {
  const [last, setLast] = useState<{ before: Answers; filled: Filled } | null>(null);
  const spread = (from: GridRow, to: readonly GridRow[], columns: readonly GridColumn[]) => {
    const filled = fill({ from, to, columns, confirmed: published }, answers);
    setLast({ before: answers, filled });
    if (filled.signals > 0) onAnswers({ ...answers, ...filled.answers });
  };
  const undo = ({ before, filled }: NonNullable<typeof last>) => {
    const fields = Object.keys(filled.answers);
    const others = Object.entries(answers).filter(([field]) => !fields.includes(field));
    onAnswers({
      ...Object.fromEntries(others),
      ...Object.fromEntries(fields.flatMap((field) => (field in before ? [[field, before[field]]] : []))),
    });
    setLast(null);
  };
  const change = (field: string, answer: unknown) => {
    // undoing would take this away too
    if (last && field in last.filled.answers) setLast(null);
    onAnswers({ ...answers, [field]: answer });
  };
  const keys = (event: KeyboardEvent, row: number, column: GridColumn) => {
    if (!(event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement)) return;
    if (event.key === "Enter") {
      event.preventDefault();
      focusCell(event.currentTarget, row + (event.shiftKey ? -1 : 1), column.what);
    } else if (event.key.toLowerCase() === "d" && (event.ctrlKey || event.metaKey) && !event.shiftKey) {
      event.preventDefault();
      spread(grid.rows[row], grid.rows.slice(row + 1), [column]);
    }
  };
  return (
    <fieldset className="min-w-0 border-t border-line pt-2 xl:col-span-2">
      <legend className="pr-2 font-medium text-muted">Signals</legend>
      <div className="mb-2 flex min-h-8 flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
        <p className="max-md:hidden">
          Enter goes down, Tab goes on, Ctrl+D fills an answer down to the signals below that look alike.
        </p>
        <div role="status" className="flex items-center gap-3 text-ink">
          {last && <span>{said(last.filled)}</span>}
          {last && last.filled.signals > 0 && <Button onClick={() => undo(last)}>Undo</Button>}
        </div>
      </div>
      <Table label="Signals" className="scroll-pt-16 max-md:border-0 md:max-h-[40rem] max-md:[&>table]:block">
        <thead className="max-md:hidden">
          <tr>
            <Th className="left-0 z-20">Signal</Th>
            {grid.columns.map((column) => (
              <Th key={column.what}>
                <span className="flex items-center justify-between gap-2">
                  {column.title}
                  <Button
                    look="quiet"
                    aria-label={`Fill down ${column.title}: from the first signal to all that look alike`}
                    onClick={() => spread(grid.rows[0], grid.rows, [column])}
                  >
                    Fill down
                  </Button>
                </span>
              </Th>
            ))}
            <Th>
              <span className="sr-only">Whole row</span>
            </Th>
          </tr>
        </thead>
        <tbody className="max-md:flex max-md:flex-col max-md:gap-4">
          {grid.rows.map((row, at) => (
            <tr
              key={row.id}
              className="max-md:flex max-md:flex-col max-md:gap-2 max-md:rounded max-md:border max-md:border-line max-md:p-3 md:[&:last-child>*]:border-b-0"
            >
              <th
                scope="row"
                className="left-0 z-[5] max-w-60 bg-paper px-2 py-2 text-left align-top font-medium [overflow-wrap:anywhere] max-md:max-w-none max-md:p-0 md:sticky md:border-b md:border-line"
              >
                {row.id}
                {pictured.has(row.id) && (
                  <a
                    href={`#${pictureOf(row.id)}`}
                    className="block text-sm font-normal text-accent underline"
                  >
                    Picture<span className="sr-only"> of {row.id}</span>
                  </a>
                )}
              </th>
              {grid.columns.map((column) => {
                const question = row.cells[column.what];
                return (
                  <td
                    key={column.what}
                    data-cell={`${at} ${column.what}`}
                    onKeyDown={(event) => keys(event, at, column)}
                    className="min-w-32 px-2 py-1 align-top max-md:p-0 md:border-b md:border-line"
                  >
                    {question && (
                      <SignalCell
                        question={question}
                        title={column.title}
                        answer={answerTo(question, answers)}
                        open={!published && isOpen(question, answers)}
                        asked={asked}
                        onAnswer={(answer) => change(question.field, answer)}
                      />
                    )}
                  </td>
                );
              })}
              <td className="px-2 py-1 align-top max-md:p-0 md:border-b md:border-line">
                <Button onClick={() => spread(row, grid.rows, grid.columns)}>
                  <span className="whitespace-nowrap">
                    Apply to all alike<span className="sr-only">: answers of {row.id}</span>
                  </span>
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </fieldset>
  );
}

function focusCell(from: Element, row: number, what: string) {
  const cell = from.closest("tbody")?.querySelector(`[data-cell="${row} ${what}"]`);
  const control = cell?.querySelector<HTMLInputElement | HTMLSelectElement>("input, select");
  control?.focus();
  if (control instanceof HTMLInputElement && control.type !== "checkbox") control.select();
}
