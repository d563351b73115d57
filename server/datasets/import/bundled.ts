import { readFile } from "node:fs/promises";
import path from "node:path";
import { jeong2022 } from "../../../formats/known-files";

const fileName = "jeong2022_random_rewards_lick_aligned.csv";
const { title, licence, citation, doi, origin } = jeong2022.source;

/** The recording that comes with Phasic; prisma/seed/data/README.md says where it is from. */
export const bundledRecording = {
  ...{ fileName, name: title, licence, citation, doi, source: origin },
  answers: {},
};

export const readBundledRecording = (): Promise<Buffer> =>
  readFile(path.join(process.cwd(), "prisma", "seed", "data", fileName));
