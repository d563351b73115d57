import {
  type DatasetDetail,
  type DatasetSummary,
  type DatasetVersion,
  wideTableMapping,
} from "../../contracts/dataset";
import { describeCurves } from "../../engine/statistics/curves";
import type { Recording } from "./recording";
import type { DatasetRecord, SessionRecord, VersionRecord } from "./store";

type Authors = (id: string | null) => string | null;
type SessionsOf = ReadonlyMap<string, readonly SessionRecord[]>;

/** Rows as pages read them. */
export function versionOf(row: VersionRecord, sessions: SessionsOf, authors: Authors): DatasetVersion {
  const { createdById, upload, dataset, mapping, ...rest } = row;
  const own = sessions.get(row.id) ?? [];
  return {
    ...rest,
    name: dataset.name,
    fileName: upload.fileName,
    mapping: wideTableMapping.parse(mapping),
    author: authors(createdById),
    subjects: new Set(own.map(({ subjectId }) => subjectId)).size,
    sessions: own.length,
    trials: own.reduce((sum, { trials }) => sum + trials, 0),
  };
}

export function summaryOf(row: DatasetRecord, sessions: SessionsOf, authors: Authors): DatasetSummary {
  const { id, name, tags, versions } = row;
  return {
    ...{ id, name, tags },
    latest: versionOf(versions[0], sessions, authors),
    versions: versions.length,
    groups: groupsOf(sessions.get(versions[0].id) ?? []),
  };
}

function groupsOf(sessions: readonly SessionRecord[]): DatasetSummary["groups"] {
  const subjects = new Map<string, Set<string>>();
  for (const { group, subjectId } of sessions)
    subjects.set(group, (subjects.get(group) ?? new Set<string>()).add(subjectId));
  return [...subjects].map(([group, own]) => ({ group, subjects: own.size }));
}

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
