import type { SourceFile } from "../bytes/source-file";

const headBytes = 1024 * 1024;

/** UTF-16 by its mark, or by the zeros in every other byte of Latin text; null where it is none. */
export function wideEncoding(head: Buffer): "utf-16le" | "utf-16be" | null {
  if (head.length < 2) return null;
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const looked = Math.min(head.length - (head.length % 2), 4096);
  let [low, high] = [0, 0];
  for (let at = 0; at < looked; at += 2) {
    if (head[at] === 0 && head[at + 1] >= 9) low++;
    if (head[at] >= 9 && head[at + 1] === 0) high++;
    if (head[at] + head[at + 1] < 9) return null;
  }
  if (high > 0.4 * looked && low === 0) return "utf-16le";
  if (low > 0.4 * looked && high === 0) return "utf-16be";
  return null;
}

/** Windows-1252 is what Excel writes where it does not write Unicode; every byte means something in it. */
function encodingOf(head: Buffer): string {
  const wide = wideEncoding(head);
  if (wide) return wide;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}

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
