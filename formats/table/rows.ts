import type { SourceFile } from "../bytes/source-file";
import { Refusal, readableSize } from "../refusal";
import { cellsIn, type Dialect } from "./dialect";
import { textOf } from "./text";

const longestLine = 16 * 1024 * 1024;
const quote = 0x22;

/** Where the last complete line ends: line breaks inside quotes end none. -1 where no line is complete. */
function lastLineEnd(text: string, { delimiter, newline }: Dialect): { end: number; open: boolean } {
  const [separator, last] = [delimiter.charCodeAt(0), newline.charCodeAt(newline.length - 1)];
  let open = false;
  let end = -1;
  let before = last;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote && (open || before === separator || before === last || before === quote)) open = !open;
    else if (code === last && !open) end = at + 1;
    before = code;
  }
  return { end, open };
}

/** The table's rows of cells, some thousand at a time; empty lines are left out. */
export function* rowsOf(file: SourceFile, dialect: Dialect): Generator<string[][]> {
  const cells = (text: string) => cellsIn(text, dialect.delimiter, dialect.newline);
  let held = "";
  let rows = 0;
  for (const piece of textOf(file)) {
    held += piece;
    const { end, open } = lastLineEnd(held, dialect);
    if (end < 0) {
      if (held.length > longestLine)
        throw new Refusal(
          open
            ? `A quotation mark opened in row ${rows + 1} is never closed`
            : `Row ${rows + 1} is longer than ${readableSize(longestLine)}`,
          "save the table with one trial or one sample per line",
        );
      continue;
    }
    const batch = cells(held.slice(0, end));
    held = held.slice(end);
    rows += batch.length;
    yield batch;
  }
  if (held === "") return;
  if (lastLineEnd(held, dialect).open)
    throw new Refusal(
      `A quotation mark opened in row ${rows + 1} is never closed`,
      "the file seems to be cut off or damaged; export it again",
    );
  yield cells(held);
}
