"use client";
import { turned, type ListChoice, type ListShape } from "@/contracts/list";
import clsx from "clsx";
import { ArrowDown, ArrowUp, ListFilter } from "lucide-react";
import { Menu, MenuCheckItem, MenuItem, MenuLabel } from "../ui/menu";
import { Th } from "../ui/table";
import { sayChoice, type ListColumn } from "./list-column";
import { toggleValue, type ListState } from "./list-state";

interface Props<Row> {
  column: ListColumn<Row>;
  shape: ListShape;
  state: ListState;
  push: (next: ListState) => void;
  choices: readonly ListChoice[];
  className?: string;
}

/** The head of a column: pressed it orders the list, its menu narrows it. */
export function ColumnHead<Row>({ column, shape, state, push, choices, className }: Props<Row>) {
  const { title, sort, filter, align } = column;
  const current = state.sort ?? shape.sorts[0];
  const isCurrent = sort !== undefined && current.replace(/^-/, "") === sort;
  const natural = shape.sorts.find((one) => one.replace(/^-/, "") === sort);
  const down = current.startsWith("-");
  const order = () => {
    const next = isCurrent ? turned(current) : natural!;
    push({ ...state, sort: next === shape.sorts[0] ? null : next });
  };
  return (
    <Th
      className={clsx(align === "right" && "text-right", className)}
      aria-sort={isCurrent ? (down ? "descending" : "ascending") : undefined}
    >
      <span className={clsx("inline-flex items-center gap-0.5", align === "right" && "justify-end")}>
        {natural ? (
          <button
            type="button"
            onClick={order}
            className={clsx("-mx-1 inline-flex h-6 items-center gap-1 rounded px-1 hover:text-ink", {
              "text-ink": isCurrent,
            })}
          >
            {title}
            {isCurrent && (down ? <ArrowDown size={12} aria-hidden /> : <ArrowUp size={12} aria-hidden />)}
          </button>
        ) : (
          title
        )}
        {filter && (
          <FilterMenu
            column={column}
            filter={filter}
            choices={choices}
            held={state.where[filter] ?? []}
            toggle={(value) => push(toggleValue(state, filter, value))}
            clear={() => push({ ...state, where: { ...state.where, [filter]: [] } })}
          />
        )}
      </span>
    </Th>
  );
}

function FilterMenu<Row>({
  column,
  filter,
  choices,
  held,
  toggle,
  clear,
}: {
  column: ListColumn<Row>;
  filter: string;
  choices: readonly ListChoice[];
  held: readonly string[];
  toggle: (value: string) => void;
  clear: () => void;
}) {
  // what the list is held to can be let go, also where nothing is left that has it
  const gone = held
    .filter((value) => !choices.some((choice) => choice.value === value))
    .map((value) => ({ value, label: null, count: 0 }));
  return (
    <Menu
      align="start"
      trigger={
        <button
          type="button"
          aria-label={`Narrow by ${(column.filterTitle ?? column.title).toLowerCase()}${held.length > 0 ? `, ${held.length} chosen` : ""}`}
          data-filter={filter}
          className={clsx(
            "inline-flex size-6 items-center justify-center rounded hover:bg-sunken hover:text-ink",
            held.length > 0 && "bg-accent-wash text-accent",
          )}
        >
          <ListFilter size={12} aria-hidden />
        </button>
      }
    >
      {choices.length + gone.length === 0 && <MenuLabel>Nothing to narrow by</MenuLabel>}
      {[...choices, ...gone].map((choice) => (
        <MenuCheckItem
          key={choice.value}
          checked={held.includes(choice.value)}
          onChange={() => toggle(choice.value)}
        >
          <bdi className="min-w-0 flex-1 break-words">{sayChoice(column, choice)}</bdi>
          <span className="text-sm text-muted">{choice.count}</span>
        </MenuCheckItem>
      ))}
      {held.length > 0 && (
        <MenuItem onSelect={clear}>
          <span className="w-4" /> All
        </MenuItem>
      )}
    </Menu>
  );
}
