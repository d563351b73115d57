import type {
  ComparisonPanel,
  ComparisonRow,
  GroupRef,
  GroupSeries,
  GroupView,
} from "../../../../contracts/comparison";
import type { DataOf, PanelData } from "../../../../contracts/dashboard-panel";
import type { Telling } from "./telling";

/**
 * Data of a panel as a blind copy shows it. Every field is written down here: one that is added to a panel elsewhere does
 * not compile until somebody has decided what a reviewer may see of it.
 */
export function blindPanel(data: PanelData, telling: Telling): PanelData {
  switch (data.kind) {
    case "chart":
    case "traces":
      return {
        kind: data.kind,
        ...grouped(data, telling),
        look: { band: data.look.band, facet: data.look.facet, individuals: data.look.individuals },
        panels: data.panels.map((panel) => panelOf(panel, recordedIn(data.groups), telling)),
      };
    case "table":
      return {
        kind: "table",
        ...grouped(data, telling),
        trials: { from: data.trials.from, to: data.trials.to },
        rows: data.rows.map((row) => rowOf(row, recordedIn(data.groups), telling)),
        engineVersions: [...data.engineVersions],
      };
    case "run":
      return runOf(data, telling);
    case "dataset":
      return datasetOf(data, telling);
    case "text":
      return { kind: "text" };
    case "problem":
      return {
        kind: "problem",
        what: "This is not in the blind copy.",
        next: "Its authors may not show it, or what it showed is not there any more.",
      };
  }
}

type Recorded = ReadonlySet<string>;
const recordedIn = (groups: readonly GroupView[]): Recorded =>
  new Set(groups.flatMap(({ key, ref }) => (ref.kind === "recording" ? [key] : [])));

const grouped = (data: Pick<DataOf<"table">, "groups" | "hidden">, telling: Telling) => ({
  comparison: null,
  groups: data.groups.map((group) => groupOf(group, telling)),
  hidden: data.hidden.map((key) => telling.words(key)),
});

export const blindRef = (ref: GroupRef, { words }: Telling): GroupRef =>
  ref.kind === "simulation"
    ? { kind: "simulation", experiment: ref.experiment, model: ref.model, arm: ref.arm }
    : { kind: "recording", dataset: ref.dataset, group: words(ref.group) };

function groupOf(group: GroupView, telling: Telling): GroupView {
  const { words } = telling;
  const isRecorded = group.ref.kind === "recording";
  const { expected, done, failed, pending } = group.runs;
  return {
    ...{ key: words(group.key), ref: blindRef(group.ref, telling), label: words(group.label) },
    ...{ theory: group.theory, dopamineRole: group.dopamineRole, roleTitle: group.roleTitle },
    arm: group.arm && { key: group.arm.key, title: words(group.arm.title) },
    ...{ n: group.n, replicate: words(group.replicate), repetitions: group.repetitions },
    runs: { expected, done, failed, pending },
    missing: missingOf(group.missing, isRecorded, telling),
    remarks: isRecorded
      ? ["What the import of these recordings remarked is left out of the blind copy."]
      : group.remarks.map(words),
  };
}

const missingOf = (
  missing: readonly { readonly subject: string; readonly reason: string }[],
  isRecorded: boolean,
  { words, animal }: Telling,
) =>
  missing.map(({ subject, reason }) => ({
    subject: isRecorded ? animal(subject) : words(subject),
    reason: words(reason),
  }));

function panelOf(panel: ComparisonPanel, recorded: Recorded, telling: Telling): ComparisonPanel {
  const { words } = telling;
  const { axis, facet } = panel;
  return {
    ...{ key: words(panel.key), kind: panel.kind, measure: panel.measure, title: words(panel.title) },
    ...{ unit: panel.unit, source: words(panel.source), window: words(panel.window) },
    zeroLine: panel.zeroLine,
    axis: { key: words(axis.key), title: words(axis.title), unit: axis.unit },
    x: [...panel.x],
    blocks: panel.blocks && panel.blocks.map(({ from, to }) => ({ from, to })),
    events: panel.events.map(({ at, label }) => ({ at, label: words(label) })),
    facet: facet && { period: facet.period, type: words(facet.type) },
    series: panel.series.map((one) => seriesOf(one, recorded.has(one.group), telling)),
    notApplicable: panel.notApplicable.map(({ group, reason }) => ({
      ...{ group: words(group), reason: words(reason) },
    })),
  };
}

function seriesOf(series: GroupSeries, isRecorded: boolean, telling: Telling): GroupSeries {
  const { n, mean, sd, sem, low, high, intervalMethod, individuals, pairs } = series;
  const { words, animal } = telling;
  return {
    ...{ group: words(series.group), n, mean, sd, sem, low, high, intervalMethod },
    individuals: individuals.map(({ subject, values }) => ({
      ...{ subject: isRecorded ? animal(subject) : words(subject), values },
    })),
    pairs: pairs && {
      ...{ complete: pairs.complete, of: pairs.of },
      missing: missingOf(pairs.missing, isRecorded, telling),
    },
  };
}

function rowOf(row: ComparisonRow, recorded: Recorded, telling: Telling): ComparisonRow {
  const { words } = telling;
  const { n, mean, sd, se, low, high, intervalMethod, difference, trials } = row;
  return {
    ...{ group: words(row.group), measure: row.measure, title: words(row.title), unit: row.unit },
    ...{ window: words(row.window), n, mean, sd, se, low, high, intervalMethod },
    difference: difference && {
      ...{ control: words(difference.control), mean: difference.mean, sd: difference.sd, se: difference.se },
      ...{ low: difference.low, high: difference.high, pairs: difference.pairs, of: difference.of },
      missing: missingOf(difference.missing, recorded.has(row.group), telling),
      ...{ intervalMethod: difference.intervalMethod, effectSize: difference.effectSize },
      ...{ effectSizeName: difference.effectSizeName, p: difference.p, pName: difference.pName },
    },
    trials: trials && { withValue: trials.withValue, of: trials.of },
    reason: row.reason === null ? null : words(row.reason),
  };
}

function runOf(data: DataOf<"run">, { words, hash }: Telling): DataOf<"run"> {
  const { run, recorded } = data;
  return {
    kind: "run",
    run: {
      ...{ id: run.id, status: run.status, trials: run.trials, trialsDone: run.trialsDone },
      ...{ model: words(run.model), theory: run.theory, role: run.role, dopamineRole: run.dopamineRole },
      ...{ arm: words(run.arm), subject: words(run.subject), repetition: run.repetition, seed: run.seed },
      engineVersion: run.engineVersion,
      specHash: hash(run.specHash),
      resultHash: run.resultHash && hash(run.resultHash),
    },
    events: data.events.map(({ at, label }) => ({ at, label: words(label) })),
    recorded: recorded && recordedOf(recorded),
    reason: data.reason && words(data.reason),
  };
}

type RunRecord = NonNullable<DataOf<"run">["recorded"]>;
function recordedOf(recorded: RunRecord): RunRecord {
  if (recorded.as === "raster") {
    const { licks, stimulated, trialMs } = recorded;
    return { as: "raster", licks, stimulated, trialMs };
  }
  if (recorded.as === "curve") {
    const { measure, title, unit, window, zeroLine, values, trials } = recorded;
    return { as: "curve", measure, title, unit, window, zeroLine, values, trials };
  }
  const { signal, type, unit, binMs, rows } = recorded.trace;
  const { signalTitle, probeTrials } = recorded;
  return { as: "heat-map", signalTitle, trace: { signal, type, unit, binMs, rows }, probeTrials };
}

const datasetOf = (data: DataOf<"dataset">, { words, hash }: Telling): DataOf<"dataset"> => ({
  ...{ kind: "dataset", dataset: data.dataset, name: words(data.name), number: data.number },
  ...{ status: data.status, subjects: data.subjects, sessions: data.sessions, trials: data.trials },
  groups: data.groups.map(({ group, subjects, trials }) => ({ group: words(group), subjects, trials })),
  signals: data.signals.map(({ name, region, sensor, unit, samplingRateHz, alignment }) => ({
    ...{ name: words(name), region: words(region), sensor: words(sensor), unit, samplingRateHz },
    alignment: words(alignment),
  })),
  ...{ licence: data.licence, citation: words(data.citation) },
  // where the file is from, and what its import remarked, may name people and files
  ...{ source: "", contentHash: hash(data.contentHash), remarks: [] },
});
