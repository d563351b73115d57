import { Readable } from "node:stream";
import Papa from "papaparse";
import { Refusal } from "./refusal";
import { delimiterOf, requireText } from "./sniff";

export interface TableRow {
  readonly cells: readonly string[];
  /** 1-based row of the table, the header being row 1. */
  readonly row: number;
}

const headBytes = 65_536;
/** Beyond this a header is no header, and a line no line. */
const maxColumns = 20_500;

/**
 * The rows of a CSV file as it arrives, header first, each with as many cells as the header: memory stays small and other
 * work goes on in between. Empty lines are passed over. Throws Refusal, naming the row.
 */
export async function* readRows(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<TableRow> {
  const { head, all } = await peek(chunks);
  requireText(head);
  const delimiter = delimiterOf(new TextDecoder().decode(head).replace(/^\uFEFF/, ""));
  const parser = Papa.parse(Papa.NODE_STREAM_INPUT, { delimiter, skipEmptyLines: "greedy" });
  const source = Readable.from(decoded(all));
  source.on("error", (error) => parser.destroy(error));
  source.pipe(parser);
  let row = 0;
  let width = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1;
      if (row === 1) width = checkedHeader(cells);
      else if (cells.length !== width)
        throw new Refusal(
          `Row ${row} has ${cells.length} cells where the header has ${width}: check its quotes and delimiters.`,
        );
      yield { cells, row };
    }
  } finally {
    source.destroy();
    parser.destroy();
  }
  if (row === 1) throw new Refusal("The file has a header and no rows below it: choose a file with trials.");
}

function checkedHeader(cells: readonly string[]): number {
  if (cells.length > maxColumns)
    throw new Refusal(
      `The header has ${cells.length} columns; at most ${maxColumns} are read: split the file.`,
    );
  const twice = cells.find((name, i) => cells.indexOf(name) < i);
  if (twice !== undefined)
    throw new Refusal(
      `The column "${twice}" stands twice in the header: give each column a name of its own.`,
    );
  return cells.length;
}

async function peek(chunks: AsyncIterable<Uint8Array>) {
  const iterator = chunks[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let length = 0;
  while (length < headBytes) {
    const { done, value } = await iterator.next();
    if (done) break;
    first.push(value);
    length += value.length;
  }
  async function* all() {
    yield* first;
    for (;;) {
      const { done, value } = await iterator.next();
      if (done) return;
      yield value;
    }
  }
  return { head: Buffer.concat(first).subarray(0, headBytes), all: all() };
}

async function* decoded(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  // without the byte-order mark, which would become part of the first column's name
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new Refusal("The file is not encoded as UTF-8: save it as CSV (UTF-8) and send it again.");
  }
}
