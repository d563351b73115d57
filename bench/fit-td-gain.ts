/**
 * How g of the acting TD preset was found: bisection of TD's preparatory lick rate in trials 701-800 of the control arm to
 * ACTR's (as published, control arm; lick-gated ACTR is the same without stimulation), both averaged over the 30 networks of the
 * reproduction. No other arm is looked at. `tsx bench/fit-td-gain.ts [networks]` prints target, g and what g gives.
 */
import { runAll } from "../cli/threads";
import { traceConditioning } from "../engine/paradigms/trace-conditioning";
import type { RunRecord } from "../engine/run-record";
import type { RunSpec } from "../engine/run-spec";
import { theoryNamed } from "../engine/theories/registry";
import { runsOf } from "./networks";

const { trials } = traceConditioning;
const count = Number(process.argv[2] ?? 30);
const subjects = runsOf({ preset: "as-published", arm: "control" })
  .map(({ spec }) => spec)
  .filter(({ repetition }) => repetition === 0)
  .slice(0, count);

/** Mean over subjects of prepLick (Hz) in the last 100 trials. */
async function lateLicking(specs: readonly RunSpec[]): Promise<number> {
  const records = await runAll(specs, { trials, traceBinMs: 0 });
  const late = ({ training }: RunRecord) =>
    training.prepLick.slice(trials - 100).reduce((sum, value) => sum + value, 0) / 100;
  return records.map(late).reduce((sum, value) => sum + value, 0) / records.length;
}

const acting = theoryNamed("td").declaration.presets.find(({ key }) => key === "acting")!;
const withGain = (gain: number): RunSpec[] =>
  subjects.map((spec) => ({
    ...spec,
    theory: "td",
    role: acting.role,
    parameters: { ...acting.values, gain },
  }));

const target = await lateLicking(subjects);
console.log(
  `ACTR, control, trials ${trials - 99}-${trials}, ${subjects.length} networks: ${target.toFixed(3)} Hz`,
);
let [low, high] = [0, 2];
for (let step = 0; step < 10; step += 1) {
  const gain = (low + high) / 2;
  const rate = await lateLicking(withGain(gain));
  console.log(`g = ${gain.toFixed(4)}: ${rate.toFixed(3)} Hz`);
  if (rate < target) low = gain;
  else high = gain;
}
console.log(`g = ${((low + high) / 2).toFixed(3)}`);
