import type { z } from "zod";
import { subject as subjectContract } from "../../contracts/experiment";
import type { Page } from "../../contracts/list";
import type { NamedRow, NameFilter } from "../../contracts/object";
import { paradigmSpec } from "../../contracts/paradigm";
import type {
  RunDetail,
  RunFigures,
  RunRow,
  recomputeInput,
  runAgain,
  runListInput,
} from "../../contracts/run";
import { runSummary } from "../../contracts/run-result";
import { engineVersion } from "../../engine/engine-version.generated";
import type { Paradigm } from "../../engine/paradigms/paradigm";
import { describeSubject } from "../../engine/subject";
import type { InLab, Reader } from "../access/grant";
import type { Entry } from "../archive/service";
import { notFound, Problem } from "../errors";
import { installQueue } from "../jobs/install";
import { readPage } from "../lists/service";
import { getVersions } from "../models/service";
import * as change from "./change/store";
import { reproducingCommand } from "./command";
import { runTitle } from "./export/about-run";
import { entriesOf, type Export, exportRuns } from "./export/export";
import { figuresOf } from "./figures";
import { historyFrom, runSpec } from "./spec";
import { runName } from "./name";
import * as store from "./store";
import { turnsOf } from "./turns";

export { deleteRuns } from "./delete/store";
export { documents as runDocuments } from "./store";

export { adoptResults } from "./share/store";
export { turnsOf };
export { figuresOf };
export { historyFrom, historyHash, runSpec, specHash, type RunIngredients } from "./spec";

type Without<Schema extends z.ZodType> = Omit<z.infer<Schema>, "lab">;

/** The runs of an experiment where they stand in it. Throws not-found. */
export async function listRuns(
  grant: Reader,
  { experiment, ...question }: Without<typeof runListInput>,
): Promise<Page<RunRow>> {
  if (!(await store.hasExperiment(grant, experiment))) throw notFound("experiment", experiment);
  return readPage(
    grant,
    store.listing(grant, experiment),
    question,
    async (ids) => (await store.findPlaces(grant, experiment, ids)).map(rowOf),
    (row) => `${row.modelVersionId} ${row.id}`,
  );
}

const rowOf = ({ model: name, number, theory, role, summary, armTitle, ...row }: store.PlaceRow): RunRow => ({
  ...row,
  model: { name, number, theory, role },
  armTitle: armTitle ?? row.arm,
  sparkline: summary ? runSummary.parse(summary).prepLick : [],
});

export const getRun = async (grant: Reader, id: string): Promise<RunDetail> =>
  detailOf(grant, await existing(grant, id));

/** A run by its place in an experiment, with its task. Null where the experiment has no such run. Throws not-found. */
export async function getRunAt(
  grant: Reader,
  place: store.RunAt,
): Promise<{ run: RunDetail; paradigm: Paradigm } | null> {
  if (!(await store.hasExperiment(grant, place.experiment))) throw notFound("experiment", place.experiment);
  if ((await getVersions(grant, [place.model])).length === 0) throw notFound("model version", place.model);
  const row = await store.findRunAt(grant, place);
  if (!row) return null;
  return { run: await detailOf(grant, row), paradigm: row.paradigmVersion.spec as unknown as Paradigm };
}

async function detailOf(grant: Reader, row: store.RunRow): Promise<RunDetail> {
  const { id } = row;
  const { paradigmVersion, modelVersionId, result, experiments, history, ...rest } = row;
  const [[model], recomputations] = await Promise.all([
    getVersions(grant, [modelVersionId]),
    row.recomputation === 0 ? store.listRecomputations(grant, id) : [],
  ]);
  const paradigm = paradigmVersion.spec as unknown as Paradigm;
  const subject = subjectContract.parse(row.subject);
  const met = history ? historyFrom(history) : undefined;
  const spec = runSpec({ ...rest, model, paradigm, subject, history: met });
  return {
    ...rest,
    ...{
      model,
      subject,
      history: met ? { source: met.source, stimulated: met.stimulated !== null } : null,
      command: reproducingCommand(spec, row.traceBinMs),
      resultHash: result?.hash ?? null,
    },
    paradigm: {
      versionId: paradigmVersion.id,
      name: paradigmVersion.paradigm.name,
      number: paradigmVersion.number,
      spec: paradigmSpec.parse(paradigmVersion.spec),
    },
    arm: { key: row.arm, title: paradigm.arms.find(({ key }) => key === row.arm)?.title ?? row.arm },
    experiments: experiments.map(({ experiment: { id, name } }) => ({ id, name })),
    recomputations: recomputations.map((again) => compared(again, row.traceBinMs)),
  };
}

/** A text finds none: runs have no names of their own. */
export async function namedRuns(grant: Reader, filter: NameFilter): Promise<NamedRow[]> {
  if (!("ids" in filter)) return [];
  return (await store.listNames(grant, filter.ids)).map((run) => ({
    ...{ id: run.id, name: runName(run), version: null, createdAt: run.createdAt },
  }));
}

/** Throws not-found for a run of another lab, and refused, with what is the matter, for one that has no result. */
export async function getFigures(grant: Reader, id: string): Promise<RunFigures> {
  const row = await store.findResult(grant, id);
  if (!row) throw notFound("run", id);
  if (!row.result) throw withoutResult();
  return figuresOf(row.result, row.modelVersion.theory);
}

/** A run as NWB files, marked as simulated. Throws not-found, and refused for one that has no result. */
export async function exportRun(grant: Reader, id: string): Promise<Export> {
  const { run } = await toWrite(grant, id);
  return exportRuns(
    runTitle(run),
    [{ name: runTitle(run), read: () => toWrite(grant, id) }],
    [],
    run.finishedAt ?? run.createdAt,
  );
}

/** Every finished run of an experiment as NWB files; those that are not finished are named. Throws not-found. */
export async function exportExperiment(grant: Reader, experiment: string): Promise<Export> {
  const found = await store.findExperimentRuns(grant, experiment);
  if (!found) throw notFound("experiment", experiment);
  const { name, createdAt, runs } = found;
  const missing = runs.filter(({ status }) => status !== "done");
  return exportRuns(
    name,
    runs
      .filter(({ status }) => status === "done")
      .map((run) => ({ name: runName(run), read: () => toWrite(grant, run.id) })),
    missing.map((run) => `${runName(run)}: ${run.status}${run.error ? `, ${run.error}` : ""}`),
    createdAt,
  );
}

/** Finished runs as NWB files of an archive; each is read when its turn comes. */
export const filesOfRuns = (
  grant: Reader,
  runs: readonly { readonly id: string; readonly name: string }[],
  within: string,
): Entry[] =>
  entriesOf(
    runs.map(({ id, name }) => ({ name, read: () => toWrite(grant, id) })),
    within,
  );

async function toWrite(grant: Reader, id: string) {
  const run = await getRun(grant, id);
  const result = (await store.findResult(grant, id))?.result;
  if (!result) throw withoutResult();
  return { run, result };
}

const withoutResult = () =>
  new Problem("refused", "This run has no result yet.", { where: "run", next: "Wait until it is done." });

export async function cancelRun(grant: InLab, id: string) {
  await existing(grant, id);
  await change.cancelRun(grant, id);
  return statusOf(grant, id);
}

export async function retryRun(grant: InLab, id: string) {
  await existing(grant, id);
  await installQueue();
  await change.retryRun(grant, id);
  return statusOf(grant, id);
}

/** Computes the same spec once more, beside the run of record, to compare. Throws not-found, and refused where too many wait. */
export async function recomputeRun(grant: InLab, { run, traceBinMs }: Without<typeof recomputeInput>) {
  await installQueue();
  const turn = await turnsOf(grant, 1);
  const id = await change.recompute(grant, run, { traceBinMs, engineVersion, priority: turn(0) });
  if (id === null) throw notFound("run", run);
  return statusOf(grant, id);
}

/** As many subjects as the run's newest experiment has, which it has not used: the next of the reference's populations. */
export async function offerAgain(grant: InLab, id: string): Promise<z.infer<typeof runAgain>> {
  const { experiments, subject } = await existing(grant, id);
  const newest = experiments
    .map(({ experiment }) => experiment)
    .sort((a, b) => +b.createdAt - +a.createdAt)[0];
  const used = newest ? subjectContract.array().parse(newest.subjects) : [subjectContract.parse(subject)];
  const nextSubjects = [];
  for (let index = 0; nextSubjects.length < used.length; index += 1) {
    const next = describeSubject(index);
    if (!used.some(({ population, rank }) => population === next.population && rank === next.rank))
      nextSubjects.push(next);
  }
  return { experiment: newest?.id ?? null, nextSubjects };
}

async function existing(grant: Reader, id: string): Promise<store.RunRow> {
  const row = await store.findRun(grant, id);
  if (!row) throw notFound("run", id);
  return row;
}

const statusOf = async (grant: Reader, id: string) => ({ id, status: (await existing(grant, id)).status });

function compared(again: store.RecomputationRow, recordBinMs: number): RunDetail["recomputations"][number] {
  const { id, recomputation, status, traceBinMs, engineVersion, hash, measuresEqual, tracesEqual } = again;
  const withTraces = traceBinMs === recordBinMs;
  const equal = withTraces && measuresEqual ? tracesEqual : measuresEqual;
  return {
    ...{ id, status, traceBinMs, engineVersion, resultHash: hash, equal },
    number: recomputation,
    compared: withTraces
      ? "measures, licks and traces, bit for bit"
      : `measures and licks, bit for bit; traces were kept at ${recordBinMs} ms and ${traceBinMs} ms`,
  };
}
