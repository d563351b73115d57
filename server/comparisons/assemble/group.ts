import type { RunStatus } from "../../../contracts/experiment";
import type { GroupRef } from "../../../contracts/comparison";
import type { BlockTraces, Probes } from "../../../contracts/run-result";
import type {
  ParameterValues,
  PresetDeclaration,
  RoleDeclaration,
  TheoryDeclaration,
} from "../../../engine/declaration";
import type { Reference } from "../../../engine/statistics/reference";
import type { Arm, Paradigm } from "../../../engine/paradigms/paradigm";

/** What a comparison is made from, as read; everything in assemble/ is a pure function of these. */

/** The columns of a finished run that comparisons read. */
export interface RunNumbers {
  /** Names the stored result: equal ids, equal numbers. */
  readonly resultId: string;
  readonly training: Readonly<Record<string, Float64Array>>;
  /** Type of each training trial, as its place in `trialTypes`; null in results that say nothing of it: they had one type. */
  readonly types: Uint8Array | null;
  readonly probes: Probes;
  readonly blockTraces: BlockTraces;
  readonly binMs: number;
}

export interface GroupRun {
  readonly subject: string;
  readonly repetition: number;
  readonly status: RunStatus;
  readonly trials: number;
  readonly trialsDone: number;
  readonly error: string | null;
  readonly engineVersion: string;
  /** Null until the run is done. */
  readonly numbers: RunNumbers | null;
}

export interface SimulationGroup {
  readonly kind: "simulation";
  readonly key: string;
  readonly ref: Extract<GroupRef, { kind: "simulation" }>;
  readonly label: string;
  readonly theory: TheoryDeclaration;
  readonly role: RoleDeclaration;
  readonly preset: PresetDeclaration | null;
  /** Of the model; what is absent has its default. */
  readonly parameters: ParameterValues;
  readonly paradigm: Paradigm;
  readonly arm: Arm;
  /** Training trials of its runs. */
  readonly trials: number;
  /** Every subject the experiment asked for, in its order. */
  readonly subjects: readonly string[];
  readonly repetitions: number;
  /** Whose trials its subjects met, in words; null where the paradigm gives their order. */
  readonly yoked: string | null;
  readonly runs: readonly GroupRun[];
  /** Why the theory does not run this arm; null when it does. */
  readonly refused: string | null;
  /** Same experiment, same model, nothing manipulated; null on the control arm itself and where there is none. */
  readonly control: SimulationGroup | null;
  /** What responses were divided by, where they were. */
  readonly scales?: Scales;
}

export interface RecordedSubject {
  readonly name: string;
  readonly trials: number;
  readonly excluded: number;
  /** Mean over its trials that are not excluded, one entry per sample; NaN where every trial has a gap. */
  readonly means: ReadonlyMap<string, Float64Array>;
  /** Place in `trialTypes` of each of its trials over all sessions, in order; any other number is a trial that does not count. */
  readonly types: Uint8Array;
  /** 1 where a trial was stimulated; as long as `types`. */
  readonly stimulated: Uint8Array;
  /** One entry per trial, by `columnKey`. */
  readonly columns: ReadonlyMap<string, Float64Array>;
}

/** Names a measure of a recording: of licks, or of one of its signals. */
export const columnKey = (measure: string, signal: string | null): string =>
  JSON.stringify([measure, signal]);

export interface RecordedSignal {
  readonly name: string;
  readonly region: string;
  readonly sensor: string;
  readonly unit: string;
  readonly samplingRateHz: number;
  readonly t0Seconds: number;
  readonly alignment: string;
  readonly processing: string;
  readonly samples: number;
}

export interface RecordingGroup {
  readonly kind: "recording";
  readonly key: string;
  readonly ref: Extract<GroupRef, { kind: "recording" }>;
  readonly label: string;
  readonly task: string;
  /** When cue and reward are (s), from the event that trials are aligned to; null where nobody knows, or trials differ. */
  readonly timing: { readonly cueSeconds: number | null; readonly rewardSeconds: number | null } | null;
  /** Why no animal has a value, by `columnKey`. */
  readonly reasons: ReadonlyMap<string, string>;
  /** What N counts: "mice". */
  readonly replicate: string;
  /** Why there is nothing to show, when the import is not done; null when it is. */
  readonly problem: string | null;
  readonly signals: readonly RecordedSignal[];
  readonly subjects: readonly RecordedSubject[];
  readonly remarks: readonly string[];
  /** What responses were divided by, where they were. */
  readonly scales?: Scales;
}

/** A subject's denominator, or why it has none. */
export type Scale = Reference | { readonly reason: string };
/** By subject and signal (relative.ts). */
export type Scales = ReadonlyMap<string, Scale>;

export type Group = SimulationGroup | RecordingGroup;

export const groupKey = (ref: GroupRef): string =>
  ref.kind === "simulation"
    ? `simulation:${ref.experiment}:${ref.model}:${ref.arm}`
    : `recording:${ref.dataset}:${ref.group}`;

export const isControl = ({ manipulation }: Arm): boolean => manipulation === "none";
