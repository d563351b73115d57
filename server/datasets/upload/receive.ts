import { uploadLimitBytes, type UploadSummary } from "../../../contracts/dataset";
import type { InLab } from "../../access/grant";
import { Problem } from "../../errors";
import { insertUpload } from "./store";

const mib = 1024 * 1024;
const tooLarge = (fileName: string) =>
  new Problem("too-large", `"${fileName}" is larger than ${uploadLimitBytes / mib} MiB.`, {
    where: "file",
    next: "Split it by session or by animal, or leave out columns that are not needed.",
  });

/**
 * Keeps a file in the lab; equal content is kept once. Throws invalid without a name or without content, too-large beyond
 * the limit; nothing is kept then.
 * @param announced Content-Length, where the sender gives one: refused before anything is read.
 */
export async function receiveUpload(
  grant: InLab,
  name: string,
  body: AsyncIterable<Uint8Array>,
  announced: number | null = null,
): Promise<UploadSummary> {
  const fileName = nameOf(name);
  if (announced !== null && announced > uploadLimitBytes) throw tooLarge(fileName);
  const upload = await insertUpload(grant, fileName, limited(body, fileName));
  return upload;
}

/** The last part of a path, without control characters: a name is shown, never opened. */
function nameOf(name: string): string {
  const last = name
    .split(/[\\/]/)
    .at(-1)!
    .replace(/\p{Cc}/gu, "")
    .trim();
  if (last === "" || last.length > 200)
    throw new Problem("invalid", "The file needs a name of 1 to 200 characters.", {
      where: "name",
      next: "Send it as ?name=<file name>.",
    });
  return last;
}

async function* limited(body: AsyncIterable<Uint8Array>, fileName: string): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const part of body) {
    length += part.length;
    if (length > uploadLimitBytes) throw tooLarge(fileName);
    yield part;
  }
  if (length === 0)
    throw new Problem("invalid", `"${fileName}" is empty.`, { where: "file", next: "Choose another file." });
}
