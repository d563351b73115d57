import type { EventMeaning } from "../../../contracts/recording";
import type { InLab } from "../../access/grant";
import { readBytes } from "../../db";

/** Blocks of a version, read as they are needed: nothing here holds a whole dataset. */

const inLab = `FROM "DatasetVersion" v
  JOIN "DatasetSubject" s ON s."datasetVersionId" = v.id
  JOIN "DatasetSession" e ON e."subjectId" = s.id`;

export interface MeanRow {
  readonly signal: string;
  readonly type: string;
  readonly trials: number;
  readonly sums: Buffer;
  readonly counts: Buffer;
}
/** Sums over the trials of each session of a subject, by signal and type of trial. */
export const listMeans = ({ labId }: InLab, subjectId: string): Promise<MeanRow[]> =>
  readBytes(
    `SELECT g.name AS signal, m.type, m.trials, m.sums, m.counts ${inLab}
     JOIN "DatasetMean" m ON m."sessionId" = e.id
     JOIN "DatasetSignal" g ON g.id = m."signalId"
     WHERE v."labId" = $1 AND s.id = $2
     ORDER BY e.index, g.position, m.position`,
    [labId, subjectId],
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
  { labId }: InLab,
  { versionId, subject, session }: SessionRef,
): Promise<SessionRow | null> {
  const [row] = await readBytes<SessionRow>(
    `SELECT e.id, s.name AS subject, s."group", e.index, e.name, e.date ${inLab}
     WHERE v."labId" = $1 AND v.id = $2 AND v.status = 'imported' AND s.name = $3 AND e.index = $4`,
    [labId, versionId, subject, session],
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
export const listTrials = ({ labId }: InLab, sessionId: string): Promise<TrialRow[]> =>
  readBytes(
    `SELECT t.index, t.start, t.type, t.cue, t."rewardMagnitude", t.omitted, t.stimulated, t.dose, t."itiSeconds", t.excluded,
       t."alignedAt"
     ${inLab} JOIN "DatasetTrial" t ON t."sessionId" = e.id
     WHERE v."labId" = $1 AND e.id = $2 ORDER BY t.index`,
    [labId, sessionId],
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
  { labId }: InLab,
  sessionId: string,
  types: readonly string[] | null,
): Promise<EventsRow[]> =>
  readBytes(
    `SELECT x.type, x.meaning, x.trials, x.times, x.values, x.durations ${inLab} JOIN "DatasetEvents" x ON x."sessionId" = e.id
     WHERE v."labId" = $1 AND e.id = $2 AND ($3::text[] IS NULL OR x.type = ANY($3::text[]))
     ORDER BY x.type, x.position`,
    [labId, sessionId, types],
  );

export interface ValuesRow {
  readonly measure: string;
  readonly trials: number[];
  readonly values: Buffer;
}
export const listValues = ({ labId }: InLab, sessionId: string): Promise<ValuesRow[]> =>
  readBytes(
    `SELECT m.name AS measure, x.trials, x.values ${inLab} JOIN "DatasetValues" x ON x."sessionId" = e.id
     JOIN "DatasetMeasure" m ON m.id = x."measureId"
     WHERE v."labId" = $1 AND e.id = $2 ORDER BY m.position, x.position`,
    [labId, sessionId],
  );

export interface SamplesRow {
  readonly trials: number[] | null;
  readonly first: number;
  readonly values: Buffer;
  readonly timestamps: Buffer | null;
}
/** The blocks of a signal in a session, one in memory at a time. */
export async function* readSamples(
  { labId }: InLab,
  sessionId: string,
  signal: string,
): AsyncGenerator<SamplesRow> {
  for (let position = 0; ; position += 1) {
    const [row] = await readBytes<SamplesRow>(
      `SELECT x.trials, x.first, x.values, x.timestamps ${inLab}
       JOIN "DatasetSamples" x ON x."sessionId" = e.id AND x.position = $4
       JOIN "DatasetSignal" g ON g.id = x."signalId" AND g.name = $3
       WHERE v."labId" = $1 AND e.id = $2`,
      [labId, sessionId, signal, position],
    );
    if (!row) return;
    yield row;
  }
}
