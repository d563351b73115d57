import { createReadStream } from "node:fs";
import path from "node:path";
import { jeong2022 } from "./published";

/** The recording that comes with Phasic; prisma/seed/data/README.md says where it is from. */
export const bundledRecording = jeong2022;

export const readBundledRecording = (): AsyncIterable<Uint8Array> =>
  createReadStream(path.join(process.cwd(), "prisma", "seed", "data", bundledRecording.fileName));
