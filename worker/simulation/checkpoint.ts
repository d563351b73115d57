import { keyedNoise } from "../../engine/noise/keyed";
import { createRecorder, resumeRecorder, type RunRecorder } from "../../engine/recorder";
import type { RunSpec } from "../../engine/run-spec";
import { begin, checkpoint, resume, type State } from "../../engine/simulate";
import { theoryNamed } from "../../engine/theories/registry";
import type { Memo } from "../../engine/theories/theory";

/** A run between two trials: the engine's state, and what was recorded so far. */
export interface Progress {
  readonly state: State;
  readonly recorder: RunRecorder;
}

const noiseOf = ({ seed, subject: { population, rank }, repetition }: RunSpec) =>
  keyedNoise({ seed, population, rank, repetition });

/** Throws RangeError with every problem of the spec. */
export function startRun(spec: RunSpec, traceBinMs: number, memo: Memo): Progress {
  const { declaration } = theoryNamed(spec.theory);
  return {
    state: begin(spec, noiseOf(spec), memo),
    recorder: createRecorder(spec.paradigm, declaration, { traceBinMs }),
  };
}

/** uint32 length of the state, the state, then the recorder. */
export function packProgress({ state, recorder }: Progress): Uint8Array<ArrayBuffer> {
  const saved = checkpoint(state);
  const recorded = recorder.save();
  const bytes = new Uint8Array(4 + saved.length + recorded.length);
  new DataView(bytes.buffer).setUint32(0, saved.length, true);
  bytes.set(saved, 4);
  bytes.set(recorded, 4 + saved.length);
  return bytes;
}

/** Continues to the same bits. Throws RangeError when the bytes are incomplete or another engine's. */
export function unpackProgress(spec: RunSpec, traceBinMs: number, memo: Memo, bytes: Uint8Array): Progress {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const { declaration } = theoryNamed(spec.theory);
  return {
    state: resume(spec, noiseOf(spec), bytes.subarray(4, 4 + length), memo),
    recorder: resumeRecorder(spec.paradigm, declaration, { traceBinMs }, bytes.subarray(4 + length)),
  };
}
