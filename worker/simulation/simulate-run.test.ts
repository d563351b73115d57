import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { traceConditioning } from "../../engine/paradigms/trace-conditioning";
import { advance } from "../../engine/simulate";
import { describeSubject } from "../../engine/subject";
import { runSpec } from "../../server/runs/spec";
import { packProgress, startRun } from "./checkpoint";
import { type Assignment, type Outcome, stop } from "./protocol";
import { simulateRun } from "./simulate-run";

const spec = runSpec({
  model: { theory: "td", role: "error", parameters: {} },
  paradigm: traceConditioning,
  trials: 60,
  arm: "stimLick-",
  subject: describeSubject(0),
  repetition: 0,
  seed: 1,
});
const assignment = (more: Partial<Assignment> = {}): Assignment => ({
  spec,
  traceBinMs: 10,
  checkpoint: null,
  cpuMsBefore: 0,
  limits: { cpuSeconds: 60, memoryMb: 4096 },
  control: new SharedArrayBuffer(4),
  ...more,
});
const simulate = (more?: Partial<Assignment>): Outcome => simulateRun(assignment(more), new Map(), () => {});
const asked = (wish: number) => {
  const control = new SharedArrayBuffer(4);
  new Int32Array(control)[0] = wish;
  return control;
};

const bits = (outcome: Outcome) =>
  outcome.kind === "done" && [outcome.parts.training, outcome.parts.licks, outcome.parts.traces].map(hash);
const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

describe("a simulated run", () => {
  const undisturbed = simulate();

  it("goes on from a checkpoint between any two trials to the same bits", () => {
    const begun = startRun(spec, 10, new Map());
    const half = { recorder: begun.recorder, state: advance(begun.state, 23, begun.recorder) };
    expect(bits(simulate({ checkpoint: packProgress(half) }))).toEqual(bits(undisturbed));
  });

  it("hands back a checkpoint when it is released, and goes on from there to the same bits", () => {
    const released = simulate({ control: asked(stop.release) });
    if (released.kind !== "stopped") throw new Error(released.kind);
    const resumed = simulate({ checkpoint: released.checkpoint, cpuMsBefore: released.cpuMs });
    expect(bits(resumed)).toEqual(bits(undisturbed));
  });

  it("drops its work when it is abandoned", () => {
    expect(simulate({ control: asked(stop.abandon) })).toMatchObject({ kind: "stopped", checkpoint: null });
  });

  it("ends with the limit that it passed, as a reason", () => {
    expect(simulate({ cpuMsBefore: 61_000 })).toMatchObject({
      kind: "failed",
      reason: "Processor time limit: the run used more than 60 s (PHASIC_RUN_CPU_SECONDS).",
    });
    expect(simulate({ limits: { cpuSeconds: 60, memoryMb: 1 } })).toMatchObject({
      kind: "failed",
      reason: "Memory limit: the run used more than 1 MB (PHASIC_RUN_MEMORY_MB).",
    });
  });

  it("ends with what is wrong with its spec", () => {
    const wrong = { ...spec, arm: "sham" };
    expect(simulate({ spec: wrong })).toMatchObject({
      kind: "failed",
      reason: expect.stringContaining("sham"),
    });
  });

  it("refuses a checkpoint that is not whole", () => {
    expect(simulate({ checkpoint: new Uint8Array(16) })).toMatchObject({ kind: "failed" });
  });
});
