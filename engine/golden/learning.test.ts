/** Golden cases A to D: whole trials and probe blocks of the published code, on its own stream of random numbers. */
import { describe, expect, it } from "vitest";
import { exp } from "../math/exp";
import { createKernel } from "../math/rate-network-kernel";
import { createTwin } from "../math/rate-network";
import { minstdNoise } from "../noise/minstd";
import { anticipatoryLicks, lat } from "../measures/reference-licking";
import { trapezoid } from "../measures/dopamine";
import { cuePredictsStimulation } from "../paradigms/cue-predicts-stimulation";
import type { Paradigm, TrialType } from "../paradigms/paradigm";
import { traceConditioning } from "../paradigms/trace-conditioning";
import type { RunSpec } from "../run-spec";
import { advance, begin } from "../simulate";
import { createActr } from "../theories/actr/actr";
import type { Impulse } from "../theories/actr/impulses";
import { changeIndex } from "../theories/actr/sigmoid";
import { timesOf, variation } from "../theories/actr/task";
import { close, closeAll, closeAt, summarised } from "./compare";
import { cases, network, type CaseFile, type Json } from "./files";
import { observe, type SeenProbe, type SeenTrial } from "./observe";

const builds = { kernel: createKernel, twin: createTwin };

for (const [build, create] of Object.entries(builds))
  for (const file of cases("ABCD"))
    describe(`${file.name} (${build})`, () => {
      const { seen, paradigm } = run(file, create);
      const golden = file.content;
      golden.train.forEach((trial: Json, i: number) =>
        it(`trial ${trial.pass}`, () => checkTrial(seen.trials[i], trial, golden, paradigm)),
      );
      golden.probe.forEach((block: Json, i: number) =>
        it(`probe block after trial ${block.pass}`, () => checkProbe(seen.probes[i], block, paradigm, golden)),
      );
      it("final weights and draws", () => {
        const { weights, cueWeights, rewardWeights } = seen.trials[seen.trials.length - 1].after;
        close(sum(weights), golden.J_final_sum, "sum of J");
        close(Math.sqrt(sum(weights.map((w) => w * w))), golden.J_final_fro, "norm of J");
        closeAll([cueWeights[0], rewardWeights[0]], golden.wIn_final, "input weights");
        expect(seen.draws()).toBe(golden.rng_draws_total);
      });
    });

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

/** Role, preset and arm of a case. */
function place({ kind, stim }: Json): { role: string; preset: string; arm: string; paradigm: Paradigm } {
  if (kind === "cued")
    return {
      role: "learning-rate",
      preset: "cue-stimulation",
      paradigm: cuePredictsStimulation,
      arm: { 0: "control", 1: "stimCalibrated", 20: "stimLarge" }[stim as number]!,
    };
  const variant = { variant1: "knockout", variant2: "depletion" }[kind as string];
  const arm = variant ?? { 0: "control", [-1]: "stimLick-", 1: "stimLick+", 20: "stimLarge", 21: "stimLick+", 22: "stimLick-" }[stim as number]!;
  const [role, preset] =
    kind === "variant3"
      ? ["error", "dopamine-is-error"]
      : stim === 21 || stim === 22
        ? ["error-overwritten", "as-published-error"]
        : ["learning-rate", "as-published"];
  return { role, preset, arm, paradigm: traceConditioning };
}

function run({ folder, content }: CaseFile, create: typeof createTwin) {
  const { role, preset, arm, paradigm } = place(content);
  const actr = createActr({ network: create, wholeTrials: true, initial: () => network(folder, content.net) });
  const source = minstdNoise(content.minstd_seed);
  const seen = observe(actr, source);
  const [initialCueWeight, initialRewardWeight] = content.wIn_output_unit_initial;
  const values = actr.declaration.presets.find(({ key }) => key === preset)!.values;
  const spec: RunSpec = {
    theory: "actr",
    role,
    paradigm,
    arm,
    parameters: { ...values, saturation: content.trans_sat, initialCueWeight, initialRewardWeight },
    subject: { population: 0, rank: 1, tauTrans: content.tau_trans },
    repetition: 0,
    seed: 0,
  };
  advance(begin(spec, seen.noise, new Map(), seen.theory), content.passes);
  return { seen: { ...seen, draws: () => source.draws }, paradigm };
}

function checkTrial(seen: SeenTrial, golden: Json, { kind }: Json, paradigm: Paradigm): void {
  const { act, before, after, learned } = seen;
  const times = timesOf(paradigm);
  const cued = kind === "cued";
  const share = cued ? 0.25 : 0.25 * (1 - exp(-golden.pass / 500));
  close(share, golden.w_var, "w_var");
  close(before.baseline, golden.Rbar_before, "baseline before");
  close(after.baseline, golden.Rbar_after, "baseline after");
  expect(act.latency, "latency").toBe(golden.deltaRew);
  expect([...act.bouts.licks], "licks").toEqual([golden.licks].flat());
  expect(cued ? times.steps - 1 : times.reward + act.latency, "snapshot").toBe(golden.snap);
  const [y0, y1] = [act.outputs[times.reward - 2], act.outputs[times.rewardPulseEnd - 1]];
  expect(changeIndex(y0, y1), "index of policy change").toBe(golden.dpolicy);
  close(y0, golden.pred_val_r, "policy before reward");
  if (!cued) {
    expect(act.bouts.licks.filter((lick) => lick < times.reward).length, "anticip").toBe(golden.anticip);
    close(1 - exp(-act.latency / 500) + share * variation(act.outputs, times), golden.err, "cost");
    close(act.signals.performanceError + act.signals.policyBeforeReward, golden.curr_val, "value");
    close(kind === "variant3" ? act.dopamine : act.signals.performanceError, golden.peI, "error before stimulation");
  }
  close(learned.errorReward, golden.error_r, "error of reward weight");
  close(learned.errorCue, golden.error_c, "error of cue weight");
  close(learned.predictionError, golden.PE, "PE");
  close(cued ? act.dopamine : learned.beta, golden.eta_DA_mult, "beta");
  closeAll([before.cueWeights[0], before.rewardWeights[0]], golden.wIn_before, "weights before");
  closeAll([after.cueWeights[0], after.rewardWeights[0]], golden.wIn_after, "weights after");
  close(sum(after.weights), golden.Jsum_after, "sum of J");
  expect([seen.drawsBefore, seen.drawsAfterPlant, seen.drawsAfterStimulation], "draws").toEqual([
    golden.rng0,
    golden.rng1,
    golden.rng2,
  ]);
  const gain = kind === "variant3" ? 1 : learned.beta;
  const scale = -(cued ? 0.002 : 0.0005) * learned.predictionError * gain;
  summarised(after.weights.map((w, i) => w - before.weights[i]), golden.delta_J, "change of J");
  summarised(act.eligibility.map((e) => scale * e), golden.delta_J_before_clip, "change of J before clipping");
  summarised(act.eligibility, golden.elig_summary, "eligibility");
  if (golden.outputs) closeAll(act.outputs, golden.outputs, "outputs");
  closeAt(act.outputs, golden.outputs_every_50ms_1based ?? {}, "outputs");
  golden.elig_snapshot_full_rowmajor_ij?.forEach((row: number[], i: number) =>
    closeAll(row.map((_, j) => act.eligibility[j * 50 + i]), row, `eligibility row ${i + 1}`),
  );
  golden.perturbations_t_unit_dx_1based?.forEach(([t, unit, dx]: number[], k: number) => {
    expect([seen.perturbations.step[k], seen.perturbations.unit[k] + 1], `perturbation ${k}`).toEqual([t, unit]);
    close(seen.perturbations.size[k], dx, `perturbation ${k}`);
  });
  if (golden.perturbations_t_unit_dx_1based)
    expect(seen.perturbations.count).toBe(golden.perturbations_t_unit_dx_1based.length);
  if (golden.plant_draws) {
    closeAll(seen.plantDraws.slice(0, times.steps), golden.plant_draws, "plant draws");
    closeAll(seen.plantDraws.slice(times.steps), golden.plant_randperm_draws, "phase draws");
  }
}

const suffix: Record<TrialType, string> = { cued: "", omission: "_o", uncued: "_u" };
const word: Record<TrialType, string> = { cued: "cued", omission: "omit", uncued: "uncued" };

function checkProbe(seen: SeenProbe, golden: Json, paradigm: Paradigm, { kind }: Json): void {
  const times = timesOf(paradigm);
  const cuedKind = kind === "cued";
  expect(seen.trial).toBe(golden.pass);
  expect([seen.drawsBefore, seen.drawsBeforeMovement, seen.drawsAfter], "draws").toEqual([
    golden.rng0,
    golden.rng1,
    golden.rng2,
  ]);
  for (const response of seen.responses) {
    const { type, traces, parts } = response;
    const end = suffix[type];
    // A plant that cannot lick is a null here and ten empty rows in the file.
    const licks = response.licks ?? Array.from({ length: paradigm.probes.repetitions }, () => []);
    expect(licks, `licks, ${type}`).toEqual(golden[`licks_${word[type]}`].map((row: number[] | number) => [row].flat()));
    const missing = cuedKind ? times.steps : times.steps - times.reward;
    const latency = response.licks ? lat.compute(response, paradigm) : missing;
    close(latency, golden[`lat${end}`], `latency, ${type}`);
    const counts = licks.map((row) => anticipatoryLicks(row, paradigm));
    close(counts.reduce((a, b) => a + b, 0) / counts.length, golden[`anticip${end}`], `anticip, ${type}`);
    const change = traces.policy[times.rewardPulseEnd - 1] - traces.policy[times.reward - 2];
    close(change, golden[`sens_gain${end}`], `change of policy, ${type}`);
    const name = { cued: "outputs", omission: "outputs_omit", uncued: "outputs_uncued" }[type];
    if (golden[name]) closeAll(traces.policy, golden[name], name);
    closeAt(traces.policy, golden[`${name}_at_1based`] ?? {}, name);
    for (const part of ["sense", "move"] as const) {
      const trace = part === "sense" ? parts.sensory : parts.movement;
      const key = `pred_da_${part}${end}`;
      if (golden[key]) closeAll(trace, golden[key], key);
      if (golden[`${key}_summary`]) summarised(trace, golden[`${key}_summary`], key);
    }
    closeImpulses(response.sensory, golden[`impulses_sensory_resp${end}`], `sensory impulses, ${type}`);
    expect([...response.bouts], `bouts, ${type}`).toEqual([golden[`state_inits${end}`]].flat());
  }
  const [cued, omission, uncued] = seen.responses;
  closeImpulses(cued.movement.excitation, golden.impulses_pred_da_time, "movement, cued");
  closeImpulses(cued.movement.inhibition, golden.impulses_pred_da_time_cue, "cue movement, cued");
  closeImpulses(uncued.movement.excitation, golden.impulses_pred_da_time_u, "movement, uncued");
  closeImpulses(
    omission.movement.inhibition,
    { ...golden.impulses_pred_da_time_o, ...golden.impulses_pred_da_time_o_cue },
    "movement, omission",
  );
  const { policy } = cued.traces;
  close(trapezoid(policy, times.cueOff, times.reward) / 1000, golden.sust, "sustained policy");
  close(seen.state.rewardWeights[0], golden.trans_r, "reward weight");
  close(seen.state.cueWeights[0], golden.trans_c, "cue weight");
  if (cuedKind) return;
  const rows = cued.licks!;
  const latencies = rows.map((row) => lat.compute({ ...cued, licks: [row] }, paradigm));
  expect(latencies, "latencies").toEqual(golden.deltaRew_per_rep);
  const counts = rows.map((row) => anticipatoryLicks(row, paradigm));
  expect(counts, "anticipatory licks").toEqual(golden.anticip_per_rep);
  close(counts.filter((count) => count > 1).length / counts.length, golden.plck, "plck");
  const share = 0.25 * (1 - exp(-golden.pass / 500));
  const cost =
    latencies.reduce((total, latency) => total + 1 - exp(-latency / 500), 0) / latencies.length +
    share * variation(policy, times);
  close(cost, golden.err, "cost");
  close(cost - seen.state.baseline, golden.pe, "cost above baseline");
}

function closeImpulses(actual: readonly Impulse[], golden: Record<string, number>, what: string): void {
  const found = Object.fromEntries(actual.map(({ at, size }) => [String(at), size]));
  expect(Object.keys(found).sort(), what).toEqual(Object.keys(golden).sort());
  for (const [at, size] of Object.entries(golden)) close(found[at], size, `${what} at ${at}`);
}
