import {
  assumed,
  type DatasetDetail,
  type DatasetSummary,
  datasetSummaryCounts,
  type DatasetVersion,
} from "../../contracts/dataset";
import { answers, derivedMeasure, simulatedFormat, timing } from "../../contracts/recording";
import { describeCurves } from "../../engine/statistics/curves";
import type { Recording } from "./recording";
import type { DatasetRecord, VersionRecord } from "./store";

type Authors = (id: string | null) => string | null;

const nothing = { subjects: 0, sessions: 0, trials: 0, groups: [], events: [] };

/** Rows as pages read them. */
export function versionOf(row: VersionRecord, authors: Authors): DatasetVersion {
  const { createdById, upload, dataset, summary, bytesRead, partsStored, cancelRequested, ...rest } = row;
  return {
    ...rest,
    name: dataset.name,
    fileName: upload.fileName,
    simulated: row.format === simulatedFormat,
    progress: {
      bytesRead: Number(bytesRead),
      byteLength: Number(upload.byteLength),
      partsStored,
      cancelRequested,
    },
    answers: answers.parse(row.answers),
    assumed: assumed.array().parse(row.assumed),
    ...timingOf(row),
    author: authors(createdById),
    ...(summary === null ? nothing : datasetSummaryCounts.parse(summary)),
    signals: row.signals.map(({ id: _, ...signal }) => signal),
    measures: row.measures.map(({ window, ...measure }) => ({
      ...measure,
      window: derivedMeasure.shape.window.parse(window),
    })),
  };
}

/** As if it said nothing, where an earlier Phasic wrote it down in another way; and then it says so. */
function timingOf({ timing: stored, remarks }: Pick<VersionRecord, "timing" | "remarks">) {
  const read = timing.nullable().safeParse(stored);
  if (read.success) return { timing: read.data };
  const lost = "Where cue and reward are was written down by an earlier Phasic: import the file again.";
  return { timing: null, remarks: [...remarks, lost] };
}

export const summaryOf = (
  { id, name, tags, versions, _count }: DatasetRecord,
  authors: Authors,
): DatasetSummary => ({
  ...{ id, name, tags },
  latest: versionOf(versions[0], authors),
  versions: _count.versions,
});

export const subjectsOf = ({ subjects }: Recording): DatasetDetail["subjects"] =>
  subjects.map(({ name, group, sex, genotype, sessions }) => ({
    ...{ name, group, sex, genotype },
    sessions: sessions.map(({ index, session, date, trials, excluded, signals }) => ({
      ...{ index, name: session, date, trials, excluded, signals },
    })),
  }));

/** Mean over trials within a subject, then over subjects. */
export function signalsOf({ signals, subjects }: Recording): DatasetDetail["signals"] {
  return signals.map(({ name, region, unit, alignment, samplingRateHz, t0Seconds, samples }) => {
    const own = subjects.flatMap(({ name: subject, sessions, means }) => {
      const mean = means.get(name);
      const trials = sessions.reduce((sum, session) => sum + session.trials - session.excluded, 0);
      return mean ? [{ name: subject, trials, mean }] : [];
    });
    const { n, method, ...curves } = describeCurves(
      own.map(({ mean }) => mean),
      samples,
      "analytic",
    );
    return {
      ...{ name, region, unit, alignment, samplingRateHz },
      time: Array.from({ length: samples }, (_, i) => t0Seconds + i / samplingRateHz),
      subjects: own.map((subject) => ({ ...subject, mean: toSeries(subject.mean) })),
      mean: toSeries(curves.mean),
      sd: toSeries(curves.sd),
      sem: toSeries(curves.sem),
      low: toSeries(curves.low),
      high: toSeries(curves.high),
      n: Array.from(n),
      intervalMethod: method,
    };
  });
}

/** A gap is null on the wire: JSON has no NaN. */
const toSeries = (values: ArrayLike<number>): (number | null)[] =>
  Array.from(values, (value) => (Number.isFinite(value) ? value : null));
