/**
 * What a theory implements. It acts (an animal on one trial), it learns (once the trial is over), and it can be probed
 * (unperturbed responses of the same weights). It sees a setting and a noise source, never a recorder; the loop in
 * engine/simulate.ts decides, between act and learn, whether the trial is stimulated.
 */
import type { Reader, Writer } from "../bytes";
import type { Manipulation, ParameterValues, RoleDeclaration, TheoryDeclaration } from "../declaration";
import type { Imposed } from "../history";
import type { Noise } from "../noise/noise";
import type { Paradigm, TrialType } from "../paradigms/paradigm";
import type { Subject } from "../run-spec";

/** Everything fixed during a run. */
export interface Setting {
  readonly role: RoleDeclaration;
  readonly parameters: ParameterValues;
  readonly paradigm: Paradigm;
  readonly manipulation: Manipulation;
  readonly subject: Subject;
  /** Types that training trials may have. */
  readonly trainingTypes: readonly TrialType[];
  /** How much of the stimulation is imposed on the subject, whatever it does. */
  readonly imposed: Imposed;
}

/** Costly things that many runs share (a population of networks). Keys name contents completely. */
export type Memo = Map<string, unknown>;

/** One training trial before learning. */
export interface Act {
  readonly type: TrialType;
  /** Lick times in ms from trial start, ascending; null where this preset does not act: not applicable, which is not zero. */
  readonly licks: readonly number[] | null;
  /** Trial signals known before learning; a trigger reads one of these. Keys are declared signals. */
  readonly signals: Readonly<Record<string, number>>;
}

/** What a trial leaves behind once it is learned from. */
export interface Learned {
  /** Trial signals known only now, by declared key. */
  readonly signals: Readonly<Record<string, number>>;
  /**
   * Millisecond signals of the trial itself by declared key, entry t - 1 for step t; computed when asked, before the theory
   * acts or is probed again. Empty where only probes have them.
   */
  traces(): Readonly<Record<string, Float64Array>>;
}

/** Stimulate a trial when `signal` compares with `threshold` as said, and then with `probability`. */
export interface Stimulation {
  readonly signal: string;
  readonly when: "above" | "below";
  readonly threshold: number;
  readonly probability: number;
}

/** The response to one trial type, without exploration noise. */
export interface ProbeResponse {
  readonly type: TrialType;
  /** Lick times (ms) of each plant repetition; null where this preset cannot lick: not measurable, which is not zero. */
  readonly licks: readonly (readonly number[])[] | null;
  /** Millisecond signals by declared key; entry t - 1 belongs to step t. */
  readonly traces: Readonly<Record<string, Float64Array>>;
}

export interface Theory<S = unknown, A extends Act = Act, P extends ProbeResponse = ProbeResponse> {
  readonly declaration: TheoryDeclaration;
  /** What cannot be run in this setting, in words; empty when all can. */
  problems(setting: Setting): readonly string[];
  begin(setting: Setting, noise: Noise, memo: Memo): S;
  /** How this arm stimulates; null when it does not. */
  stimulation(state: S): Stimulation | null;
  /** Trial `trial` (1-based), of this type. May use scratch space of the state; moves nothing that learning moves. */
  act(state: S, trial: number, type: TrialType, noise: Noise): A;
  /** Moves the state past the trial. */
  learn(state: S, act: A, stimulated: boolean): Learned;
  /** Probe block after `trial`. Leaves the state as it is. */
  probe(state: S, trial: number, noise: Noise): readonly P[];
  copy(state: S): S;
  save(state: S, into: Writer): void;
  restore(setting: Setting, from: Reader, memo: Memo): S;
}
