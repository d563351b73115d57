import type { SourceFile } from "../bytes/source-file";

/** Windows-1252 is what Excel writes where it does not write Unicode; every byte means something in it. */
function encodingOf(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}

const headBytes = 1024 * 1024;

/** The file's text in pieces, without a byte order mark. */
export function* textOf(file: SourceFile, pieceBytes?: number): Generator<string> {
  const decoder = new TextDecoder(encodingOf(file.read(0, headBytes)));
  for (const piece of file.pieces(0, file.size, pieceBytes)) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

/** The complete lines at the beginning: enough to tell what a table is. */
export function headOf(file: SourceFile): string {
  const bytes = file.read(0, headBytes);
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes, { stream: bytes.length < file.size });
  return bytes.length < file.size ? text.slice(0, Math.max(text.lastIndexOf("\n"), 1)) : text;
}
