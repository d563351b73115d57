/** The address says how a person looks at a list: words typed, what columns are held to, order, and which columns stand there. */
import type { ListShape } from "@/contracts/list";

export interface ListState {
  readonly text: string;
  readonly where: Readonly<Record<string, readonly string[]>>;
  /** Null: the list's usual order. */
  readonly sort: string | null;
  /** Keys of the columns that are shown; null: the usual ones. */
  readonly columns: readonly string[] | null;
  /** The saved view that the list was opened with. */
  readonly view: string | null;
}

export const asItStands: ListState = { text: "", where: {}, sort: null, columns: null, view: null };

/** A view of this name is the list without any. */
export const noView = "none";

const bare = (sort: string) => sort.replace(/^-/, "");

/** What cannot be read is left out: an old or mistyped address still opens. */
export function readList(query: string, shape: ListShape): ListState {
  const params = new URLSearchParams(query);
  const where: Record<string, string[]> = {};
  for (const column of shape.columns) {
    const values = params.getAll(column);
    if (values.length > 0) where[column] = [...new Set(values)].slice(0, 50);
  }
  const sort = params.get("sort");
  const known = sort !== null && shape.sorts.some((one) => bare(one) === bare(sort));
  const columns = params.get("columns");
  return {
    text: params.get("q") ?? "",
    where,
    sort: known && sort !== shape.sorts[0] ? sort : null,
    columns: columns === null ? null : columns.split(".").filter(Boolean),
    view: params.get("view"),
  };
}

/** The query of an address, without "?"; empty for the list as it stands. */
export function writeList({ text, where, sort, columns, view }: ListState): string {
  const params = new URLSearchParams();
  if (view) params.set("view", view);
  if (text.trim()) params.set("q", text);
  for (const [column, values] of Object.entries(where))
    for (const value of values) params.append(column, value);
  if (sort) params.set("sort", sort);
  if (columns) params.set("columns", columns.join("."));
  return params.toString();
}

/** What a view keeps: all but its own name. Two states that say the same give the same text. */
export const viewQuery = (state: ListState): string => {
  const where = Object.entries(state.where)
    .filter(([, values]) => values.length > 0)
    .map(([column, values]) => [column, [...values].sort()] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return writeList({ ...state, text: state.text.trim(), where: Object.fromEntries(where), view: null });
};

export const isNarrowed = ({ text, where }: ListState): boolean =>
  text.trim() !== "" || Object.values(where).some((values) => values.length > 0);

/** One value of one column more, or one less. */
export function toggleValue(state: ListState, column: string, value: string): ListState {
  const now = state.where[column] ?? [];
  const next = now.includes(value) ? now.filter((one) => one !== value) : [...now, value];
  const { [column]: _, ...others } = state.where;
  return { ...state, where: next.length > 0 ? { ...others, [column]: next } : others };
}

/** The input of the list's procedure for its first page. */
export function listQuestion<Shape extends ListShape>(lab: string, state: ListState, shape: Shape) {
  return {
    lab,
    text: state.text.trim(),
    where: state.where as Partial<Record<Shape["columns"][number], string[]>>,
    sort: (state.sort ?? shape.sorts[0]) as Shape["sorts"][number],
  };
}

/** How pages follow each other, for `infiniteQueryOptions`. */
export const nextPage = ({ nextCursor }: { readonly nextCursor: string | null }) => nextCursor;
