import type { RunResultParts } from "../../contracts/run-result";
import type { RunSpec } from "../../engine/run-spec";

/** What the main thread and a simulating thread say to each other. */
export interface Assignment {
  readonly spec: RunSpec;
  readonly traceBinMs: number;
  /** Where an earlier attempt got to (checkpoint.ts); null starts at trial 1. */
  readonly checkpoint: Uint8Array | null;
  /** Processor time that earlier attempts spent, in ms: it counts towards the limit. */
  readonly cpuMsBefore: number;
  readonly limits: Limits;
  /** One Int32: a `stop` value. Shared, because the simulating thread never returns to its event loop. */
  readonly control: SharedArrayBuffer;
}

export interface Limits {
  readonly cpuSeconds: number;
  readonly memoryMb: number;
}

/** `abandon` drops the work; `release` hands back a checkpoint first. */
export const stop = { none: 0, abandon: 1, release: 2 } as const;

export type Report =
  | { readonly kind: "progress"; readonly trialsDone: number; readonly cpuMs: number }
  | {
      readonly kind: "checkpoint";
      readonly trialsDone: number;
      readonly cpuMs: number;
      readonly bytes: Uint8Array<ArrayBuffer>;
    };

export type Outcome =
  | { readonly kind: "done"; readonly parts: RunResultParts; readonly cpuMs: number }
  | {
      readonly kind: "stopped";
      readonly trialsDone: number;
      readonly cpuMs: number;
      readonly checkpoint: Uint8Array<ArrayBuffer> | null;
    }
  | { readonly kind: "failed"; readonly reason: string; readonly cpuMs: number };

export type Message = Report | Outcome;

export const memoryReason = (memoryMb: number) =>
  `Memory limit: the run used more than ${memoryMb} MB (PHASIC_RUN_MEMORY_MB).`;
