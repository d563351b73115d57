import type { EventMeaning } from "../../../contracts/recording";
import type { Reader } from "../../access/grant";
import { readableIds } from "../../access/scope";
import { readBytes } from "../../db";

/** Blocks of a version, read as they are needed: nothing here holds a whole dataset. */

const inLab = `FROM "DatasetVersion" v
  JOIN "DatasetSubject" s ON s."datasetVersionId" = v.id
  JOIN "DatasetSession" e ON e."subjectId" = s.id`;
/** The versions that a grant may read; its parameters come first. */
const readable = `WHERE v."labId" = $1 AND ($2::text[] IS NULL OR v.id = ANY($2::text[]))`;
const scope = (grant: Reader) => [grant.labId, readableIds(grant, "datasetVersions")];

export interface MeanRow {
  readonly signal: string;
  readonly type: string;
  readonly trials: number;
  readonly sums: Buffer;
  readonly counts: Buffer;
}
/** Sums over the trials of each session of a subject, by signal and type of trial. */
export const listMeans = (grant: Reader, subjectId: string): Promise<MeanRow[]> =>
  readBytes(
    `SELECT g.name AS signal, m.type, m.trials, m.sums, m.counts ${inLab}
     JOIN "DatasetMean" m ON m."sessionId" = e.id
     JOIN "DatasetSignal" g ON g.id = m."signalId"
     ${readable} AND s.id = $3
     ORDER BY e.index, g.position, m.position`,
    [...scope(grant), subjectId],
  );

export interface SessionRow {
  readonly id: string;
  readonly subject: string;
  readonly group: string;
  readonly index: number;
  readonly name: string;
  readonly date: string | null;
}
/** One session of an imported version; null when there is none in this lab. */
export async function findSession(
  grant: Reader,
  { versionId, subject, session }: SessionRef,
): Promise<SessionRow | null> {
  const [row] = await readBytes<SessionRow>(
    `SELECT e.id, s.name AS subject, s."group", e.index, e.name, e.date ${inLab}
     ${readable} AND v.id = $3 AND v.status = 'imported' AND s.name = $4 AND e.index = $5`,
    [...scope(grant), versionId, subject, session],
  );
  return row ?? null;
}
export interface SessionRef {
  readonly versionId: string;
  /** As in the file. */
  readonly subject: string;
  readonly session: number;
}

export interface TrialRow {
  readonly index: number;
  readonly start: number | null;
  readonly type: string | null;
  readonly cue: string | null;
  readonly rewardMagnitude: number | null;
  readonly omitted: boolean | null;
  readonly stimulated: boolean | null;
  readonly dose: number | null;
  readonly itiSeconds: number | null;
  readonly excluded: boolean;
  readonly alignedAt: number | null;
}
export const listTrials = (grant: Reader, sessionId: string): Promise<TrialRow[]> =>
  readBytes(
    `SELECT t.index, t.start, t.type, t.cue, t."rewardMagnitude", t.omitted, t.stimulated, t.dose, t."itiSeconds", t.excluded,
       t."alignedAt"
     ${inLab} JOIN "DatasetTrial" t ON t."sessionId" = e.id
     ${readable} AND e.id = $3 ORDER BY t.index`,
    [...scope(grant), sessionId],
  );

export interface MetTrialRow {
  readonly subject: string;
  readonly session: number;
  readonly type: string | null;
  readonly cue: string | null;
  readonly omitted: boolean | null;
  readonly stimulated: boolean | null;
}
/** Every trial of the animals of a group of an imported version, in the order in which they met them. */
export const listTrialsOfGroup = (grant: Reader, versionId: string, group: string): Promise<MetTrialRow[]> =>
  readBytes(
    `SELECT s.name AS subject, e.index AS session, t.type, t.cue, t.omitted, t.stimulated
     ${inLab} JOIN "DatasetTrial" t ON t."sessionId" = e.id
     ${readable} AND v.id = $3 AND v.status = 'imported' AND s."group" = $4
     ORDER BY s.position, e.index, t.index`,
    [...scope(grant), versionId, group],
  );

export interface EventsRow {
  readonly type: string;
  readonly meaning: EventMeaning;
  readonly trials: number[] | null;
  readonly times: Buffer;
  readonly values: Buffer | null;
  readonly durations: Buffer | null;
}
/** Blocks of events, by type and in the order of the file; of some types only, where they are named. */
export const listEvents = (
  grant: Reader,
  sessionId: string,
  types: readonly string[] | null,
): Promise<EventsRow[]> =>
  readBytes(
    `SELECT x.type, x.meaning, x.trials, x.times, x.values, x.durations ${inLab} JOIN "DatasetEvents" x ON x."sessionId" = e.id
     ${readable} AND e.id = $3 AND ($4::text[] IS NULL OR x.type = ANY($4::text[]))
     ORDER BY x.type, x.position`,
    [...scope(grant), sessionId, types],
  );

export interface ValuesRow {
  readonly measure: string;
  readonly trials: number[];
  readonly values: Buffer;
}
export const listValues = (grant: Reader, sessionId: string): Promise<ValuesRow[]> =>
  readBytes(
    `SELECT m.name AS measure, x.trials, x.values ${inLab} JOIN "DatasetValues" x ON x."sessionId" = e.id
     JOIN "DatasetMeasure" m ON m.id = x."measureId"
     ${readable} AND e.id = $3 ORDER BY m.position, x.position`,
    [...scope(grant), sessionId],
  );

export interface SamplesRow {
  readonly trials: number[] | null;
  readonly first: number;
  readonly values: Buffer;
  readonly timestamps: Buffer | null;
}
/** The blocks of a signal in a session, one in memory at a time. */
export async function* readSamples(
  grant: Reader,
  sessionId: string,
  signal: string,
): AsyncGenerator<SamplesRow> {
  for (let position = 0; ; position += 1) {
    const [row] = await readBytes<SamplesRow>(
      `SELECT x.trials, x.first, x.values, x.timestamps ${inLab}
       JOIN "DatasetSamples" x ON x."sessionId" = e.id AND x.position = $5
       JOIN "DatasetSignal" g ON g.id = x."signalId" AND g.name = $4
       ${readable} AND e.id = $3`,
      [...scope(grant), sessionId, signal, position],
    );
    if (!row) return;
    yield row;
  }
}
