import type { EventMeaning } from "../../../contracts/recording";
import type { Reader } from "../../access/grant";
import { joined, numbersIn } from "./numbers";
import { grouped } from "./grouped";
import * as store from "./store";

export type { SessionRef, TrialRow } from "./store";

/** Events of one type, in the order of the file. */
export interface SessionEvents {
  /** As the file calls it. */
  readonly type: string;
  readonly meaning: EventMeaning;
  /** One per event, whose time is then from the trial's alignment event; null: times are on the session's clock. */
  readonly trials: readonly number[] | null;
  /** Seconds. */
  readonly times: Float64Array;
  readonly values: Float64Array | null;
  readonly durations: Float64Array | null;
}

export interface SessionValues {
  readonly measure: string;
  readonly trials: readonly number[];
  /** NaN marks a gap. */
  readonly values: Float64Array;
}

export interface SessionData {
  readonly id: string;
  readonly subject: string;
  readonly group: string;
  readonly index: number;
  readonly name: string;
  readonly date: string | null;
  readonly trials: readonly store.TrialRow[];
  readonly events: readonly SessionEvents[];
  readonly values: readonly SessionValues[];
}

/** All of a session but its samples; null when there is none in this lab. */
export async function sessionData(grant: Reader, ref: store.SessionRef): Promise<SessionData | null> {
  const session = await store.findSession(grant, ref);
  if (!session) return null;
  const [trials, events, values] = await Promise.all([
    store.listTrials(grant, session.id),
    store.listEvents(grant, session.id, null),
    store.listValues(grant, session.id),
  ]);
  return { ...session, trials, events: byType(events), values: byMeasure(values) };
}

function byType(rows: readonly store.EventsRow[]): SessionEvents[] {
  return [...grouped(rows, ({ type, trials }) => JSON.stringify([type, trials !== null])).values()].map(
    (own) => ({
      ...{ type: own[0].type, meaning: own[0].meaning },
      trials: own[0].trials && own.flatMap(({ trials }) => trials ?? []),
      times: joined(own.map(({ times }) => numbersIn(Float64Array, times))),
      values: optional(own, "values"),
      durations: optional(own, "durations"),
    }),
  );
}

/** NaN where one block has them and another has not. */
function optional(rows: readonly store.EventsRow[], what: "values" | "durations"): Float64Array | null {
  if (rows.every((row) => row[what] === null)) return null;
  return joined(
    rows.map(({ [what]: own, times }) =>
      own ? numbersIn(Float64Array, own) : new Float64Array(times.length / 8).fill(NaN),
    ),
  );
}

function byMeasure(rows: readonly store.ValuesRow[]): SessionValues[] {
  return [...grouped(rows, ({ measure }) => measure)].map(([measure, own]) => ({
    measure,
    trials: own.flatMap(({ trials }) => trials),
    values: joined(own.map(({ values }) => numbersIn(Float64Array, values))),
  }));
}

/** A stretch of a signal: rows of a signal that is cut into trials, or samples of a continuous one. NaN marks a gap. */
export interface SampleBlock {
  /** One per row of `samples`; null in a continuous signal. */
  readonly trials: readonly number[] | null;
  /** Position of the first sample in its continuous signal. */
  readonly first: number;
  readonly samples: Float32Array;
  /** Seconds, one per sample, where they are not evenly spaced. */
  readonly timestamps: Float64Array | null;
}

/** The samples of a signal in a session, block by block; none where the session lacks the signal. */
export async function* samplesOf(
  grant: Reader,
  sessionId: string,
  signal: string,
): AsyncGenerator<SampleBlock> {
  for await (const { trials, first, values, timestamps } of store.readSamples(grant, sessionId, signal))
    yield {
      ...{ trials, first, samples: numbersIn(Float32Array, values) },
      timestamps: timestamps && numbersIn(Float64Array, timestamps),
    };
}
