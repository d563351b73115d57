import type {
  ExperimentDetail,
  ExperimentInput,
  ExperimentOutcome,
  ExperimentPlan,
  ExperimentSummary,
  YokedTo,
} from "../../contracts/experiment";
import { maxRuns, subject, yokedTo } from "../../contracts/experiment";
import type { ListQuestion, Page } from "../../contracts/list";
import type { NamedRow, NameFilter } from "../../contracts/object";
import { meanOfSummaries } from "../../contracts/run-result";
import { engineVersion } from "../../engine/engine-version.generated";
import type { History } from "../../engine/history";
import type { Paradigm } from "../../engine/paradigms/paradigm";
import { type InLab, type Reader, systemGrant } from "../access/grant";
import { mayName } from "../access/scope";
import { notFound, Problem } from "../errors";
import { installQueue } from "../jobs/install";
import { authorNames } from "../labs/service";
import { readPage } from "../lists/service";
import { getVersions } from "../models/service";
import { historyFrom, namedRuns, turnsOf } from "../runs/service";
import { workerThreads } from "../workers/service";
import { countByStatus, groupsIn, sumByStatus } from "./digest";
import { secondsFor } from "./duration";
import {
  checkGrid,
  checkTraces,
  type GridCell,
  gridCells,
  type GridInput,
  type GridModel,
  refusals,
} from "./grid";
import { insertExperiment, type Launched } from "./launch/store";
import * as stop from "./stop/store";
import * as store from "./store";
import { tellEnded } from "./tell/store";
import { yokedBy } from "./yoke";

export { documents as experimentDocuments } from "./store";

type Wanted = Omit<ExperimentInput, "lab">;

interface Draft {
  readonly input: GridInput;
  readonly yokedTo: YokedTo | null;
  readonly refused: ExperimentPlan["refused"];
  readonly cells: readonly GridCell[];
}

/** What launching would do. Throws not-found, invalid with field errors, or refused when the grid is too large. */
export async function planExperiment(grant: InLab, wanted: Wanted): Promise<ExperimentPlan> {
  const { input, refused, cells, yokedTo } = await draft(grant, wanted);
  const threads = await workerThreads();
  const reused = await store.countExisting(
    grant,
    engineVersion,
    cells.map(({ specHash }) => specHash),
  );
  const theoryOf = new Map(input.models.map(({ id, theory }) => [id, theory]));
  const seconds = await secondsFor(
    cells.map(({ modelVersionId, trials }) => ({ theory: theoryOf.get(modelVersionId)!, trials })),
  );
  const secondsPerRun = cells.length > 0 ? seconds / cells.length : 0;
  const estimateSeconds = (secondsPerRun * (cells.length - reused)) / Math.max(1, threads);
  return { runs: cells.length, reused, secondsPerRun, estimateSeconds, threads, yokedTo, refused };
}

/**
 * Throws as the plan, and refused where too many runs of the lab wait.
 * @param priority of the cell with this index; lower is sooner. Left out, the labs take turns.
 */
export async function launchExperiment(
  grant: InLab,
  wanted: Wanted,
  priority?: (index: number) => number,
): Promise<Launched> {
  const { input, cells, yokedTo } = await draft(grant, wanted);
  if (cells.length === 0)
    throw new Problem("refused", "None of these models can run any of these arms.", {
      where: "arms",
      next: "Choose other arms or models: the plan gives the reason of each.",
    });
  await installQueue();
  return insertExperiment(grant, {
    ...wanted,
    histories: input.histories ?? [],
    yokedTo,
    engineVersion,
    cells,
    priority: priority ?? (await turnsOf(grant, cells.length)),
  });
}

export const listExperiments = (grant: Reader, question: ListQuestion): Promise<Page<ExperimentSummary>> =>
  readPage(grant, store.listing(grant), question, (ids) => summaries(grant, ids));

/** Ids of the experiments with these names; of several with one name the newest. */
export async function experimentsNamed(grant: InLab, names: readonly string[]): Promise<Map<string, string>> {
  return new Map((await store.listIdsByName(grant, names)).map(({ name, id }) => [name, id]));
}

export async function namedExperiments(grant: Reader, filter: NameFilter): Promise<NamedRow[]> {
  return (await store.listNames(grant, filter)).map((row) => ({ ...row, version: null }));
}

const reasonsShown = 3;

/** How these experiments stand now; those that are not the grant's to read are missing. */
export async function experimentOutcomes(
  grant: Reader,
  ids: readonly string[],
): Promise<Map<string, ExperimentOutcome>> {
  if (ids.length === 0) return new Map();
  const [counts, failures] = await Promise.all([
    store.countCells(grant, ids),
    store.listFailures(grant, ids),
  ]);
  const shown = ids.map((id) =>
    failures.filter(({ experimentId }) => experimentId === id).slice(0, reasonsShown),
  );
  const runs = await namedRuns(grant, { ids: shown.flat().map(({ run }) => run) });
  const names = new Map(runs.map(({ id, name }) => [id, name]));
  return new Map(
    ids.map((id, index) => [
      id,
      {
        counts: sumByStatus(counts.filter(({ experimentId }) => experimentId === id)),
        failures: shown[index].map(({ reason, count, run }) => ({
          ...{ reason, count },
          run: { id: run, name: names.get(run) ?? "" },
        })),
      },
    ]),
  );
}

/** For the worker: whoever launched an experiment hears once that it has ended. */
export const tellEndedExperiments = (): Promise<number> =>
  tellEnded(systemGrant("worker: experiments that ended"));

export async function getExperiment(grant: Reader, id: string): Promise<ExperimentDetail> {
  const row = await existing(grant, id);
  const { createdById, paradigmVersion, arms, models: members, ...rest } = row;
  const paradigm = paradigmVersion.spec as unknown as Paradigm;
  const subjects = subject.array().parse(row.subjects);
  const yoked = yokedTo.nullable().parse(row.yokedTo);
  const [cells, models, authors, threads, histories] = await Promise.all([
    store.listCells(grant, id),
    getVersions(
      grant,
      members.map(({ modelVersionId }) => modelVersionId),
    ),
    authorNames(grant, [createdById]),
    workerThreads(),
    yoked ? historiesOf(grant, yoked) : [],
  ]);
  const trials = Math.max(...cells.map((cell) => cell.trials), 0) || paradigm.trials;
  const theoryOf = new Map(models.map((model) => [model.id, model.theory]));
  const left = cells.filter(({ status }) => status === "queued" || status === "running");
  const seconds = await secondsFor(
    left.map((cell) => ({
      theory: theoryOf.get(cell.modelVersionId)!,
      trials: cell.trials - cell.trialsDone,
    })),
  );
  return {
    ...rest,
    author: authors(createdById),
    paradigm: {
      versionId: paradigmVersion.id,
      name: paradigmVersion.paradigm.name,
      number: paradigmVersion.number,
      trials,
    },
    models,
    arms: titledArms(paradigm, arms),
    subjects,
    yokedTo: yoked && {
      ...yoked,
      dataset: mayName(grant, "datasetVersions", yoked.datasetVersionId) ? yoked.dataset : null,
    },
    refused: refusals({ ...rest, models, paradigm, arms, subjects, histories, trials }),
    cells,
    counts: countByStatus(cells),
    etaSeconds: threads > 0 && left.length > 0 ? seconds / threads : null,
  };
}

/** What the animals met, in their order; those that a shared experiment has no run of are left out. */
async function historiesOf(grant: Reader, { animals }: YokedTo): Promise<History[]> {
  const rows = await store.listHistories(
    grant,
    animals.map(({ history }) => history),
  );
  const byHash = new Map(rows.map((row) => [row.hash, historyFrom(row)]));
  return animals.flatMap(({ history }) => byHash.get(history) ?? []);
}

export async function cancelExperiment(grant: InLab, id: string) {
  await existing(grant, id);
  return stop.cancelExperiment(grant, id);
}

export async function retryExperiment(grant: InLab, id: string) {
  await existing(grant, id);
  await installQueue();
  return { retried: await stop.retryExperiment(grant, id) };
}

async function summaries(grant: Reader, ids: readonly string[]): Promise<ExperimentSummary[]> {
  const [rows, counts, firstArms] = await Promise.all([
    store.findExperiments(grant, ids),
    store.countCells(grant, ids),
    store.firstGroupSummaries(grant, ids),
  ]);
  const authors = await authorNames(
    grant,
    rows.map(({ createdById }) => createdById),
  );
  return rows.map(({ createdById, paradigmVersion, models, subjects, arms, ...row }) => {
    const paradigm = paradigmVersion.spec as unknown as Paradigm;
    const own = counts.filter(({ experimentId }) => experimentId === row.id);
    return {
      ...row,
      author: authors(createdById),
      paradigm: paradigmVersion.paradigm.name,
      models: models.map(({ modelVersion: { id, model, ...version } }) => ({
        ...version,
        versionId: id,
        name: model.name,
      })),
      arms: titledArms(paradigm, arms),
      groups: groupsIn(own),
      trials: own[0]?.trials ?? paradigm.trials,
      subjects: subject.array().parse(subjects).length,
      counts: sumByStatus(own),
      sparkline: meanOfSummaries(firstArms.filter(({ experimentId }) => experimentId === row.id)),
    };
  });
}

const titledArms = (paradigm: Paradigm, arms: readonly string[]) =>
  arms.map((key) => ({ key, title: paradigm.arms.find((arm) => arm.key === key)?.title ?? key }));

async function existing(grant: Reader, id: string): Promise<store.ExperimentDetailRow> {
  const row = await store.findExperiment(grant, id);
  if (!row) throw notFound("experiment", id);
  return row;
}

async function draft(grant: InLab, wanted: Wanted): Promise<Draft> {
  const [paradigmVersion, versions] = await Promise.all([
    store.findParadigmVersion(grant, wanted.paradigmVersionId),
    getVersions(grant, wanted.modelVersionIds),
  ]);
  if (!paradigmVersion) throw notFound("paradigm version", wanted.paradigmVersionId);
  const missing = wanted.modelVersionIds.find((id) => !versions.some((version) => version.id === id));
  if (missing) throw notFound("model version", missing);
  const models: GridModel[] = versions;
  const plain: GridInput = { ...wanted, models, paradigm: paradigmVersion.spec as unknown as Paradigm };
  checkGrid(plain);
  checkSize(wanted);
  const yoked = wanted.yoke && (await yokedBy(grant, wanted.yoke, wanted.subjects, wanted.trials));
  const input = yoked ? { ...plain, histories: yoked.histories } : plain;
  const refused = refusals(input);
  const cells = gridCells(input, refused);
  checkTraces(
    input.paradigm,
    cells.reduce((most, { trials }) => Math.max(most, trials), 0),
  );
  return { input, yokedTo: yoked?.to ?? null, refused, cells };
}

function checkSize({ modelVersionIds, arms, subjects, repetitions }: Wanted): void {
  const size = modelVersionIds.length * arms.length * subjects.length * repetitions;
  if (size <= maxRuns) return;
  const number = new Intl.NumberFormat("en");
  throw new Problem(
    "refused",
    `${modelVersionIds.length} models x ${arms.length} arms x ${subjects.length} subjects x ${repetitions} repetitions are ${number.format(size)} runs; one experiment may have ${number.format(maxRuns)}.`,
    { where: "subjects", next: "Take fewer subjects or repetitions, or launch several experiments." },
  );
}
