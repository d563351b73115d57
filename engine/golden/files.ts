/** Golden cases and their networks: this folder, and the one that PHASIC_GOLDEN_DIR names (same format). */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { InitialNetwork } from "../theories/actr/population";

/** A case as its file has it; the test knows the keys. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = any;

export interface CaseFile {
  readonly name: string;
  readonly folder: string;
  readonly content: Json;
}

const folders = [fileURLToPath(new URL(".", import.meta.url)), process.env.PHASIC_GOLDEN_DIR].filter(
  (folder): folder is string => Boolean(folder),
);

/** Every case file whose name begins with one of these letters. */
export function cases(letters: string): CaseFile[] {
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".json") && !name.startsWith("net_") && letters.includes(name[0]))
      .sort()
      .map((name) => ({ name, folder, content: read(folder, name) })),
  );
}

/** The network a case names, from the folder of the case, else from this one. Files have rows "onto i". */
export function network(folder: string, name: string): InitialNetwork {
  const file = `net_${name}.json`;
  const home = readdirSync(folder).includes(file) ? folder : folders[0];
  const { J, wIn, N } = read(home, file);
  const weights = new Float64Array(N * N);
  for (let i = 0; i < N; i += 1) for (let j = 0; j < N; j += 1) weights[j * N + i] = J[i][j];
  const column = (channel: number) => Float64Array.from(wIn, (row: number[]) => row[channel]);
  return { weights, cueWeights: column(0), rewardWeights: column(1) };
}

const read = (folder: string, name: string): Json => JSON.parse(readFileSync(join(folder, name), "utf8"));
