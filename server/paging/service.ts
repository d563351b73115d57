import type { ListQuestion, Looking, Paging, Rows } from "../../contracts/list";
import type { Asker } from "../access/grant";
import { Problem } from "../errors";
import { countRows, type Listing, listIds, type Place } from "./store";

export { listChoices, type Listing } from "./store";

/** What a list of one order is read through. */
export interface PlainListing extends Pick<Listing, "from" | "id"> {
  readonly by: Listing["sorts"][string];
}

/** One page of a list that has one order, the highest first, and nothing to narrow it by. */
export const readRows = <Row>(
  grant: Asker,
  { by, ...listing }: PlainListing,
  paging: Paging,
  read: (ids: readonly string[]) => Promise<readonly Row[]>,
  idOf: (row: Row) => string,
): Promise<Rows<Row>> =>
  readListing(
    grant,
    { ...listing, words: listing.id, sorts: { by }, columns: {} },
    { ...paging, text: "", where: {}, sort: "-by" },
    read,
    idOf,
  );

/** One page of what is numbered, the newest first. */
export async function readNumbered<Row extends { readonly number: number }>(
  { cursor, limit }: Paging,
  read: (before: number, take: number) => Promise<readonly Row[]>,
  total: number,
): Promise<Rows<Row>> {
  const before = cursor ? Number(cursor) : most;
  if (!Number.isInteger(before) || before < 0 || before > most) throw notGiven();
  const found = await read(before, limit + 1);
  const rows = found.slice(0, limit);
  return { rows, nextCursor: found.length > limit ? String(rows.at(-1)!.number) : null, total };
}
const most = 2 ** 31 - 1;

/** A version, the newest where there is none of that number, and the one that it is held against, if there is one. */
export async function readPair<Version extends { readonly number: number }>(
  { version, against }: Looking,
  read: (before: number, take: number) => Promise<readonly Version[]>,
): Promise<{ shown: Version; before: Version | null }> {
  const from = async (number: number, take: number) => {
    const found = await read(number + 1, take);
    return found[0]?.number === number ? found : null;
  };
  const [shown, earlier] = (version ? await from(version, 2) : null) ?? (await read(most, 2));
  const before = against ? (await from(against, 1))?.[0] : earlier;
  return { shown, before: before && before.number !== shown.number ? before : null };
}

/**
 * A page begins after the last row of the one before, whatever came or went meanwhile, so no row is shown twice and none is
 * missed.
 *
 * @param read the rows with these ids, in any order.
 * @param idOf where the listing's id is not the row's own.
 */
export async function readListing<Row>(
  grant: Asker,
  listing: Listing,
  { cursor, ...question }: ListQuestion,
  read: (ids: readonly string[]) => Promise<readonly Row[]>,
  idOf: (row: Row) => string,
): Promise<Rows<Row>> {
  const after = cursor ? placeOf(cursor, listing, question.sort) : null;
  const [places, total] = await Promise.all([
    listIds(grant, listing, question, after),
    countRows(grant, listing, question),
  ]);
  const shown = places.slice(0, question.limit);
  const rows = new Map((await read(shown.map(({ id }) => id))).map((row) => [idOf(row), row]));
  return {
    // a row that went between the two questions is not on the page
    rows: shown.flatMap(({ id }) => rows.get(id) ?? []),
    nextCursor: places.length > shown.length ? cursorOf(shown.at(-1)!) : null,
    total,
  };
}

const cursorOf = ({ at, id }: Place) => Buffer.from(JSON.stringify([at, id])).toString("base64url");

/** Throws invalid for a cursor that this list, in this order, did not give. */
function placeOf(cursor: string, { sorts }: Listing, sort: string): Place {
  const looksRight = looks[sorts[sort.replace(/^-/, "")].as];
  try {
    const [at, id] = JSON.parse(Buffer.from(cursor, "base64url").toString()) as unknown[];
    if (typeof at === "string" && typeof id === "string" && isPlaceId(id) && looksRight(at))
      return { at, id };
  } catch {
    // no JSON: the same answer
  }
  throw notGiven();
}

const notGiven = () =>
  new Problem("invalid", "This cursor was not given by this list.", {
    where: "cursor",
    next: "Ask for the first page.",
  });

const looks = {
  text: (at: string) => !at.includes("\0"),
  time: isTimestamp,
  number: (at: string) => /^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(at) && Number.isFinite(Number(at)),
} as const satisfies Record<string, (at: string) => boolean>;

/** A moment as PostgreSQL writes it, and reads it again: no thirtieth of February. */
export function isTimestamp(text: string): boolean {
  const at = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?$/.test(text) ? new Date(`${text}Z`) : null;
  return at !== null && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text.slice(0, 10));
}

/** An id, or two of them. */
export const isPlaceId = (text: string): boolean => /^[\w-]+( [\w-]+)?$/.test(text);
