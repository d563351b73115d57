import type { ListQuestion, Page } from "../../contracts/list";
import type { Reader } from "../access/grant";
import { authorNames } from "../labs/service";
import { listChoices, type Listing, readListing } from "../paging/service";

export { type Listing, type PlainListing, readNumbered, readPair, readRows } from "../paging/service";
export { nameOf, readableRows, wordsFor } from "./store";

/**
 * One page of a list that can be narrowed. A column "author" holds ids of people; its choices are labelled by their names.
 *
 * @param read the rows with these ids, in any order.
 * @param idOf where the listing's id is not the row's own.
 */
export async function readPage<Row extends { readonly id: string }>(
  grant: Reader,
  listing: Listing,
  question: ListQuestion,
  read: (ids: readonly string[]) => Promise<readonly Row[]>,
  idOf: (row: Row) => string = ({ id }) => id,
): Promise<Page<Row>> {
  const [rows, choices] = await Promise.all([
    readListing(grant, listing, question, read, idOf),
    question.cursor ? {} : choicesOf(grant, listing, question),
  ]);
  return { ...rows, choices };
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
