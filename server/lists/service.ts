import type { ListQuestion, Page } from "../../contracts/list";
import type { Reader } from "../access/grant";
import { Problem } from "../errors";
import { authorNames } from "../labs/service";
import { countRows, listChoices, type Listing, listIds, type Place } from "./store";

export { nameOf, readableRows, wordsFor } from "./store";
export type { Listing };

/**
 * One page of a list. A page begins after the last row of the one before, whatever came or went meanwhile, so no row is
 * shown twice and none is missed. A column "author" holds ids of people; its choices are labelled by their names.
 *
 * @param read the rows with these ids, in any order.
 * @param idOf where the listing's id is not the row's own.
 */
export async function readPage<Row extends { readonly id: string }>(
  grant: Reader,
  listing: Listing,
  { cursor, ...question }: ListQuestion,
  read: (ids: readonly string[]) => Promise<readonly Row[]>,
  idOf: (row: Row) => string = ({ id }) => id,
): Promise<Page<Row>> {
  const after = cursor ? placeOf(cursor, listing, question.sort) : null;
  const [places, total, choices] = await Promise.all([
    listIds(grant, listing, question, after),
    countRows(grant, listing, question),
    after ? {} : choicesOf(grant, listing, question),
  ]);
  const shown = places.slice(0, question.limit);
  const rows = new Map((await read(shown.map(({ id }) => id))).map((row) => [idOf(row), row]));
  return {
    // a row that went between the two questions is not on the page
    rows: shown.flatMap(({ id }) => rows.get(id) ?? []),
    nextCursor: places.length > shown.length ? cursorOf(shown.at(-1)!) : null,
    total,
    choices,
  };
}

async function choicesOf(grant: Reader, listing: Listing, question: Pick<ListQuestion, "text" | "where">) {
  const found = await listChoices(grant, listing, question);
  const authors = await authorNames(
    grant,
    found.filter(({ column }) => column === "author").map(({ value }) => value),
  );
  const choices: Page<unknown>["choices"] = {};
  for (const { column, value, count } of found)
    (choices[column] ??= []).push({ value, count, label: column === "author" ? authors(value) : null });
  return choices;
}

const cursorOf = ({ at, id }: Place) => Buffer.from(JSON.stringify([at, id])).toString("base64url");

/** Throws invalid for a cursor that this list, in this order, did not give. */
function placeOf(cursor: string, { sorts }: Listing, sort: string): Place {
  const looksRight = looks[sorts[sort.replace(/^-/, "")].as];
  try {
    const [at, id] = JSON.parse(Buffer.from(cursor, "base64url").toString()) as unknown[];
    if (typeof at === "string" && typeof id === "string" && looksRight(at)) return { at, id };
  } catch {
    // no JSON: the same answer
  }
  throw new Problem("invalid", "This cursor was not given by this list.", {
    where: "cursor",
    next: "Ask for the first page.",
  });
}

const looks = {
  text: () => true,
  time: (at: string) => !Number.isNaN(Date.parse(at)),
  number: (at: string) => at !== "" && Number.isFinite(Number(at)),
} as const satisfies Record<string, (at: string) => boolean>;
