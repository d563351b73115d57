import { randomBytes } from "node:crypto";
import type pg from "pg";
import type { DatasetSummaryCounts } from "../../../../contracts/dataset";
import type { RecordedTrial, RecordingPart } from "../../../../contracts/recording";
import type { SystemLabGrant } from "../../../access/grant";
import { bytes } from "../../../db";
import { jsonText } from "../../../json-text";
import { liveChannel } from "../../../jobs/live";
import type { ImportTask } from "../store";
import { littleEndian, stretches } from "./blocks";
import { Inserts } from "./inserts";
import { addRows, type Sums } from "./means";

/** Of a version when all its parts are stored. */
export interface Finished {
  readonly format: string;
  readonly assumed: unknown;
  readonly timing: unknown;
  readonly remarks: readonly string[];
  readonly task: string;
  readonly replicate: string;
  readonly summary: DatasetSummaryCounts;
}

/** What a file says that no recording can mean; the sentence is for a person. */
export class Contradiction extends Error {
  override readonly name = "Contradiction";
}

type Kind = RecordingPart["kind"];
type Part<K extends Kind> = Extract<RecordingPart, { kind: K }>;

interface Session {
  readonly id: string;
  readonly trials: Map<number, Pick<RecordedTrial, "type" | "excluded">>;
  /** Next block of each signal, type of event or measure. */
  readonly positions: Map<string, number>;
}

const newId = () => randomBytes(9).toString("base64url");
/** A transaction whose worker was stopped in mid-air is ended after this; a living one says so in between. */
const silenceMs = 60_000;
const ignore = () => {};
const key = (subject: string, session: number) => `${session} ${subject}`;

/**
 * Writes a recording part by part in one transaction: until `finish` nobody sees any of it, and whatever ends this process
 * ends it without a trace. Of two that write the same version, the second waits for the first.
 */
class RecordingWriter {
  private readonly subjects = new Map<string, { readonly id: string; readonly group: string }>();
  private readonly sessions = new Map<string, Session>();
  private readonly signals = new Map<string, string>();
  private readonly measures = new Map<string, string>();
  private readonly events = new Map<string, DatasetSummaryCounts["events"][number]>();
  private readonly inserts: Inserts;
  private means: { session: Session; signal: string; sums: Map<string, Sums> } | null = null;
  private readonly alive: NodeJS.Timeout;
  private trials = 0;

  private constructor(
    private readonly client: pg.PoolClient,
    private readonly labId: string,
    private readonly task: Pick<ImportTask, "id" | "datasetId">,
  ) {
    this.inserts = new Inserts((sql, values) => client.query(sql, values));
    client.on("error", ignore); // the next query says so
    this.alive = setInterval(() => void client.query("SELECT 1").catch(() => {}), silenceMs / 4);
  }

  static async open(
    { labId }: SystemLabGrant,
    task: Pick<ImportTask, "id" | "datasetId">,
  ): Promise<RecordingWriter | null> {
    const client = await bytes().connect();
    const writer = new RecordingWriter(client, labId, task);
    try {
      await client.query("BEGIN");
      await client.query(`SET LOCAL idle_in_transaction_session_timeout = ${silenceMs}`);
      await client.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [`import ${task.id}`]);
      const { rows } = await client.query<{ status: string }>(
        `SELECT status::text FROM "DatasetVersion" WHERE id = $1 AND "labId" = $2`,
        [task.id, labId],
      );
      if (rows[0]?.status === "importing") return writer;
    } catch (error) {
      await writer.discard();
      throw error;
    }
    await writer.discard();
    return null;
  }

  async add(part: RecordingPart): Promise<void> {
    switch (part.kind) {
      case "subjects":
        return this.addSubjects(part);
      case "sessions":
        return this.addSessions(part);
      case "signals":
        return this.addSignals(part);
      case "measures":
        return this.addMeasures(part);
      case "trials":
        return this.addTrials(part);
      case "events":
        return this.addEvents(part);
      case "samples":
        return this.addSamples(part);
      case "values":
        return this.addValues(part);
    }
  }

  private async addSubjects({ subjects }: Part<"subjects">): Promise<void> {
    for (const { id: name, group, sex, genotype } of subjects) {
      if (this.subjects.has(name)) throw new Contradiction(`The file names subject "${name}" twice`);
      const id = newId();
      await this.inserts.add(
        "DatasetSubject",
        ["id", "datasetVersionId", "name", "group", "sex", "genotype", "position"],
        [id, this.task.id, name, group, sex, genotype, this.subjects.size],
      );
      this.subjects.set(name, { id, group });
    }
  }

  private async addSessions({ sessions }: Part<"sessions">): Promise<void> {
    for (const { subject, index, name, date } of sessions) {
      const of = this.subjects.get(subject);
      if (!of) throw new Error(`session ${index} of subject "${subject}", who was not declared`);
      if (this.sessions.has(key(subject, index)))
        throw new Contradiction(`The file names session ${index} of subject "${subject}" twice`);
      const id = newId();
      await this.inserts.add(
        "DatasetSession",
        ["id", "subjectId", "index", "name", "date"],
        [id, of.id, index, name, date],
      );
      this.sessions.set(key(subject, index), { id, trials: new Map(), positions: new Map() });
    }
  }

  private async addSignals({ signals }: Part<"signals">): Promise<void> {
    for (const { id: name, ...signal } of signals) {
      if (this.signals.has(name)) throw new Contradiction(`The file names the signal "${name}" twice`);
      const id = newId();
      await this.inserts.add(
        "DatasetSignal",
        [
          ...["id", "datasetVersionId", "name", "region", "sensor", "channel", "unit", "samplingRateHz"],
          ...["t0Seconds", "samplesPerTrial", "alignment", "processing", "position"],
        ],
        [
          ...[id, this.task.id, name, signal.region, signal.sensor, signal.channel, signal.unit],
          ...[signal.samplingRateHz, signal.t0Seconds, signal.samplesPerTrial, signal.alignment],
          ...[signal.processing, this.signals.size],
        ],
      );
      this.signals.set(name, id);
    }
  }

  private async addMeasures({ measures }: Part<"measures">): Promise<void> {
    for (const { id: name, unit, window, processing } of measures) {
      if (this.measures.has(name)) throw new Contradiction(`The file names the measure "${name}" twice`);
      const id = newId();
      await this.inserts.add(
        "DatasetMeasure",
        ["id", "datasetVersionId", "name", "unit", "window", "processing", "position"],
        [id, this.task.id, name, unit, window && JSON.stringify(window), processing, this.measures.size],
      );
      this.measures.set(name, id);
    }
  }

  private async addTrials(part: Part<"trials">): Promise<void> {
    const session = this.sessionOf(part);
    for (const trial of part.trials) {
      if (session.trials.has(trial.index))
        throw new Contradiction(
          `The file names trial ${trial.index} of session ${part.session} of subject "${part.subject}" twice`,
        );
      session.trials.set(trial.index, { type: trial.type, excluded: trial.excluded });
      this.trials += 1;
      await this.inserts.add(
        "DatasetTrial",
        [
          ...["sessionId", "index", "start", "type", "cue", "rewardMagnitude", "omitted", "stimulated"],
          ...["dose", "itiSeconds", "excluded", "alignedAt"],
        ],
        [
          ...[session.id, trial.index, trial.start, trial.type, trial.cue, trial.rewardMagnitude],
          ...[trial.omitted, trial.stimulated, trial.dose, trial.itiSeconds, trial.excluded],
          trial.alignedAt,
        ],
      );
    }
  }

  private async addEvents(part: Part<"events">): Promise<void> {
    const { type, meaning, trials, times, values, durations } = part;
    const session = this.sessionOf(part);
    this.events.set(type, { type, meaning, events: (this.events.get(type)?.events ?? 0) + times.length });
    for (const own of stretches(times.length, 8))
      await this.inserts.add(
        "DatasetEvents",
        ["sessionId", "type", "meaning", "position", "trials", "times", "values", "durations"],
        [
          ...[session.id, type, meaning, next(session, `event ${type}`)],
          trials?.slice(own.from, own.to) ?? null,
          littleEndian(times, own),
          values && littleEndian(values, own),
          durations && littleEndian(durations, own),
        ],
      );
  }

  private async addSamples(part: Part<"samples">): Promise<void> {
    const { signal, trials, first, samples, timestamps } = part;
    const session = this.sessionOf(part);
    const signalId = this.signals.get(signal);
    if (!signalId) throw new Error(`samples of the signal "${signal}", which was not declared`);
    const width = trials ? samples.length / Math.max(1, trials.length) : 1;
    if (!Number.isInteger(width)) throw new Error(`samples of "${signal}" that do not fill their trials`);
    const block = async (rows: number[] | null, at: number, from: number, to: number) =>
      this.inserts.add(
        "DatasetSamples",
        ["sessionId", "signalId", "position", "trials", "first", "values", "timestamps"],
        [
          ...[session.id, signalId, next(session, `signal ${signal}`), rows, at],
          littleEndian(samples, { from, to }),
          timestamps && littleEndian(timestamps, { from, to }),
        ],
      );
    if (trials) {
      await this.addToMeans(session, signalId, trials, samples);
      for (const { from, to } of stretches(trials.length, 4 * width))
        await block(trials.slice(from, to), 0, from * width, to * width);
    } else
      for (const { from, to } of stretches(samples.length, timestamps ? 12 : 4))
        await block(null, first + from, from, to);
  }

  private async addToMeans(session: Session, signal: string, trials: number[], samples: Float32Array) {
    if (this.means?.session !== session || this.means.signal !== signal) {
      await this.writeMeans();
      this.means = { session, signal, sums: new Map() };
    }
    addRows(this.means.sums, trials, samples, (trial) => session.trials.get(trial));
  }

  private async writeMeans(): Promise<void> {
    if (!this.means) return;
    const { session, signal, sums } = this.means;
    for (const { type, trials, sums: sum, counts } of sums.values())
      await this.inserts.add(
        "DatasetMean",
        ["sessionId", "signalId", "position", "type", "trials", "sums", "counts"],
        [
          ...[session.id, signal, next(session, `mean ${signal}`), type, trials],
          ...[littleEndian(sum), littleEndian(counts)],
        ],
      );
    this.means = null;
  }

  private async addValues(part: Part<"values">): Promise<void> {
    const session = this.sessionOf(part);
    const measureId = this.measures.get(part.measure);
    if (!measureId) throw new Error(`values of the measure "${part.measure}", which was not declared`);
    for (const own of stretches(part.trials.length, 8))
      await this.inserts.add(
        "DatasetValues",
        ["sessionId", "measureId", "position", "trials", "values"],
        [
          ...[session.id, measureId, next(session, `measure ${part.measure}`)],
          ...[part.trials.slice(own.from, own.to), littleEndian(part.values, own)],
        ],
      );
  }

  private sessionOf({ subject, session }: { readonly subject: string; readonly session: number }): Session {
    const found = this.sessions.get(key(subject, session));
    if (!found) throw new Error(`something of session ${session} of subject "${subject}", not declared`);
    return found;
  }

  private counts(): Finished["summary"] {
    const groups = new Map<string, number>();
    for (const { group } of this.subjects.values()) groups.set(group, (groups.get(group) ?? 0) + 1);
    return {
      ...{ subjects: this.subjects.size, sessions: this.sessions.size, trials: this.trials },
      groups: [...groups].map(([group, subjects]) => ({ group, subjects })),
      events: [...this.events.values()],
    };
  }

  /** Makes all of it visible at once. False when the import was cancelled meanwhile: then nothing is there. */
  async finish(of: Omit<Finished, "summary">): Promise<boolean> {
    await this.writeMeans();
    await this.inserts.flush();
    const { rowCount } = await this.client.query(
      `UPDATE "DatasetVersion"
       SET status = 'imported', problem = NULL, "importedAt" = now(), format = $3, assumed = $4, timing = $5, remarks = $6,
         summary = $7, task = $8, replicate = $9
       WHERE id = $1 AND "labId" = $2 AND status = 'importing' AND NOT "cancelRequested"`,
      [
        ...[this.task.id, this.labId, of.format, jsonText(of.assumed), of.timing && jsonText(of.timing)],
        ...[of.remarks, jsonText(this.counts()), of.task, of.replicate],
      ],
    );
    if (!rowCount) return false;
    const { id: version, datasetId: dataset } = this.task;
    const event = { kind: "dataset", dataset, version, status: "imported" };
    await this.client.query("SELECT pg_notify($1, $2)", [
      liveChannel,
      JSON.stringify({ labId: this.labId, event }),
    ]);
    await this.client.query("COMMIT");
    this.release();
    return true;
  }

  /** Leaves nothing behind. */
  async discard(): Promise<void> {
    let broken: Error | undefined;
    await this.client.query("ROLLBACK").catch((error: Error) => (broken = error));
    this.release(broken);
  }

  private release(broken?: Error): void {
    clearInterval(this.alive);
    this.client.off("error", ignore);
    this.client.release(broken);
  }
}

export type { RecordingWriter };
/** Null when the version has gone, is imported already, or is no longer wanted. */
export const openWriter = (
  grant: SystemLabGrant,
  task: Pick<ImportTask, "id" | "datasetId">,
): Promise<RecordingWriter | null> => RecordingWriter.open(grant, task);

function next({ positions }: Session, of: string): number {
  const position = positions.get(of) ?? 0;
  positions.set(of, position + 1);
  return position;
}
