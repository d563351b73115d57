import { Refusal } from "./refusal";

const magics: readonly { readonly bytes: string; readonly what: string }[] = [
  { bytes: "MATLAB 5.0", what: "a MATLAB file" },
  { bytes: "\x89HDF", what: "an HDF5 file (NWB or MATLAB 7.3)" },
  { bytes: "PK\x03\x04", what: "a ZIP archive or an Excel workbook" },
  { bytes: "\x1f\x8b", what: "a gzip archive" },
  { bytes: "%PDF", what: "a PDF" },
];

/** Throws Refusal when the first bytes of a file show that it is no table of text. */
export function requireText(head: Uint8Array): void {
  if (head.length === 0) throw new Refusal("The file is empty: choose another file.");
  const start = new TextDecoder("latin1").decode(head.subarray(0, 16));
  const known = magics.find(({ bytes }) => start.startsWith(bytes));
  if (known)
    throw new Refusal(`This is ${known.what}, not a table of text: export it as CSV with one row per trial.`);
  const zero = head.indexOf(0);
  if (zero >= 0)
    throw new Refusal(
      `This is a binary file (byte ${zero + 1} is zero), not a table of text: export it as CSV, encoded as UTF-8.`,
    );
}

const delimiters = [",", "\t", ";", "|"] as const;
const names: Record<string, string> = { ",": "comma", "\t": "tab", ";": "semicolon", "|": "bar" };

/** The delimiter that the header line has most of, outside quotes. Throws Refusal when it has none. */
export function delimiterOf(text: string): string {
  const counts = new Map<string, number>();
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === "\n" || character === "\r")) break;
    else if (!quoted && (delimiters as readonly string[]).includes(character))
      counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  if (!best)
    throw new Refusal(
      `The first line has no ${delimiters.map((d) => names[d]).join(", ")}: this is not a table with columns; export it as CSV.`,
    );
  return best[0];
}
