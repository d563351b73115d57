import { randomBytes } from "node:crypto";
import type { DatasetSummaryCounts } from "../../../../contracts/dataset";
import type { RecordedTrial, RecordingPart } from "../../../../contracts/recording";
import { littleEndian, stretches } from "./blocks";
import type { Inserts } from "./inserts";
import { addRows, type Sums } from "./means";

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
const key = (subject: string, session: number) => `${session} ${subject}`;

/** The rows that the parts of a recording become. Keeps what later parts refer to, and what all of them come to. */
export class PartRows {
  private readonly subjects = new Map<string, { readonly id: string; readonly group: string }>();
  private readonly sessions = new Map<string, Session>();
  private readonly signals = new Map<string, string>();
  private readonly measures = new Map<string, string>();
  private readonly events = new Map<string, DatasetSummaryCounts["events"][number]>();
  private means: { session: Session; signal: string; sums: Map<string, Sums> } | null = null;
  private trials = 0;

  constructor(
    private readonly inserts: Inserts,
    private readonly versionId: string,
  ) {}

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
        [id, this.versionId, name, group, sex, genotype, this.subjects.size],
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
          ...[id, this.versionId, name, signal.region, signal.sensor, signal.channel, signal.unit],
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
        [id, this.versionId, name, unit, window && JSON.stringify(window), processing, this.measures.size],
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

  /** Writes what was held back. @returns how many of everything there are. */
  async end(): Promise<DatasetSummaryCounts> {
    await this.writeMeans();
    await this.inserts.flush();
    return this.counts();
  }

  private counts(): DatasetSummaryCounts {
    const groups = new Map<string, number>();
    for (const { group } of this.subjects.values()) groups.set(group, (groups.get(group) ?? 0) + 1);
    return {
      ...{ subjects: this.subjects.size, sessions: this.sessions.size, trials: this.trials },
      groups: [...groups].map(([group, subjects]) => ({ group, subjects })),
      events: [...this.events.values()],
    };
  }
}

function next({ positions }: Session, of: string): number {
  const position = positions.get(of) ?? 0;
  positions.set(of, position + 1);
  return position;
}
