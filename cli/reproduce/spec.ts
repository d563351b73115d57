import { history as historyContract } from "../../contracts/history";
import type { FrozenRun, PublicationManifest } from "../../contracts/publication";
import { specOf as frozenSpec } from "../../contracts/publication-spec";
import type { RunSpec } from "../../engine/run-spec";
import { validate } from "../../engine/validate";
import { ArchiveProblem } from "../../formats/zip/read-zip";
import type { Archive } from "./archive";

/** Everything that decides a run's numbers, from the archive alone. Throws ArchiveProblem for what no engine can run. */
export async function specOf(archive: Archive, run: FrozenRun): Promise<RunSpec> {
  let spec: RunSpec;
  try {
    const history = run.history ? await historyOf(archive, run.history) : undefined;
    spec = frozenSpec(archive.manifest, run, history);
  } catch (error) {
    if (error instanceof RangeError) throw new ArchiveProblem(error.message);
    throw error;
  }
  const [problem] = validate(spec);
  if (problem) throw new ArchiveProblem(`Run ${run.key} cannot be run: ${problem.where}: ${problem.what}`);
  return spec;
}

async function historyOf(archive: Archive, hash: string) {
  const bytes = await archive.part(hash);
  const parsed = bytes && historyContract.safeParse(jsonOf(bytes));
  if (!parsed?.success) throw new ArchiveProblem(`The history of trials ${hash} is not in it, or is none.`);
  return parsed.data;
}

export function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString("utf8"));
  } catch {
    return undefined;
  }
}

/** "ACTR as rate v1, stimLick-, p1 r201, repetition 0" */
export function nameOf(
  { models }: PublicationManifest,
  { places, arm, subject, repetition }: FrozenRun,
): string {
  const model = models.find(({ key }) => key === places[0]?.model);
  return `${model ? `${model.name} v${model.number}` : "?"}, ${arm}, p${subject.population} r${subject.rank}, repetition ${repetition}`;
}
