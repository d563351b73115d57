"use client";
import type { ListChoice } from "@/contracts/list";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Input } from "../ui/input";
import { ColumnChooser } from "./column-chooser";
import { sayChoice, type ListColumn } from "./list-column";
import { isNarrowed, toggleValue } from "./list-state";
import type { ListControls } from "./use-list";

/** Above the rows: narrow by typing, what the list is held to, how many are left, and which columns stand there. */
export function ListBar<Row>({
  noun,
  columns,
  controls,
  total,
  choices,
  busy,
  views,
}: {
  noun: string;
  columns: readonly ListColumn<Row>[];
  controls: ListControls;
  total: number;
  choices: Readonly<Record<string, readonly ListChoice[]>>;
  busy: boolean;
  views: ReactNode;
}) {
  const { state, push, replace } = controls;
  const held = columns.flatMap((column) =>
    (state.where[column.filter ?? ""] ?? []).map((value) => ({
      column,
      filter: column.filter!,
      value,
      word: sayChoice(
        column,
        choices[column.filter!]?.find((choice) => choice.value === value) ?? { value, label: null },
      ),
    })),
  );
  const shown = state.columns ?? columns.filter(({ unusual }) => !unusual).map(({ key }) => key);
  return (
    <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-2">
      {views}
      <Input
        type="search"
        data-filter-box=""
        aria-label={`Filter ${noun}`}
        placeholder={`Filter ${noun}`}
        className="max-w-72"
        value={state.text}
        onChange={(event) => replace({ ...state, text: event.target.value })}
      />
      {held.length > 0 && (
        <ul aria-label="Held to" className="flex flex-wrap gap-1">
          {held.map(({ column, filter, value, word }) => (
            <li key={`${filter} ${value}`}>
              <button
                type="button"
                onClick={() => push(toggleValue(state, filter, value))}
                className="inline-flex min-h-6 items-center gap-1 rounded border border-accent bg-accent-wash px-1.5 text-sm hover:border-ink"
              >
                <span className="text-muted">{column.filterTitle ?? column.title}</span> <bdi>{word}</bdi>
                <X size={12} aria-hidden />
                <span className="sr-only">: let go</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <span role="status" aria-busy={busy || undefined} className="text-sm text-muted">
        {isNarrowed(state) ? `${total} found` : `${total} ${total === 1 ? noun.replace(/s$/, "") : noun}`}
      </span>
      <div className="ml-auto">
        <ColumnChooser
          columns={columns}
          shown={shown}
          onChange={(keys) => push({ ...state, columns: keys })}
        />
      </div>
    </div>
  );
}
