import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { readApart } from "../formats/host/host";
import type { ReadFile } from "../server/datasets/service";
import { temporaryFolder } from "./temp-folder";

/**
 * Puts an upload into a temporary file that only this user can read, and reads it in a process of its own. This process
 * holds one piece of the file, or one part of the recording, at a time.
 */
export const readFileApart: ReadFile = async ({ fileName, answers, bytes }, onPart, signal) => {
  const folder = await temporaryFolder();
  try {
    const file = path.join(folder, "upload");
    await pipeline(bytes(), createWriteStream(file, { mode: 0o600 }), { signal });
    return await readApart(file, { name: fileName, answers, signal, onPart });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
