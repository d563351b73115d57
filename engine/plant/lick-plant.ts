/**
 * From drive to licks: a two-state Markov chain of bouts and a rhythm generator (Coddington, Lindo & Dudman 2023). Per ms,
 *
 *   P(bout starts) = A_t / 50 + exp((t - T - 3) / 100),   P(bout ends) = 0.005 before reward, 0.00005 after it.
 *
 * A bout of more than 100 ms licks every 150 ms, first after a random 1 to 60 ms and a reaction time of 100 ms; a later
 * bout overwrites what an earlier one still had to do. The exponential is the reference's own and matters only at the end.
 * A bout that starts in the last 100 ms draws its delay too, though none of its licks can fall within the trial.
 */
import { exp } from "../math/exp";
import type { Stream } from "../noise/noise";

export interface Licking {
  /** First and last step of each bout; a bout still on at the end has `off` = T. */
  readonly on: readonly number[];
  readonly off: readonly number[];
  /** Lick times (ms), ascending. */
  readonly licks: readonly number[];
}

/** Drive of the plant, step t at [t - 1], rectified. `extend` computes at least up to step t and returns how far it got. */
export interface Drive {
  readonly values: Float64Array;
  extend(t: number): number;
}

/** "silent": the reference's zero-reward mode, in which every bout lasts 1 ms and no lick is ever emitted. */
export type PlantMode = "licks" | "silent";

const exitBefore = 0.005;
const exitAfter = 0.005 / 100;
const rhythm = 150;
const reaction = 100;
const shortestBout = 100;
const phases = 60;

export interface Plant {
  /** One trial: draws T uniforms from `stream`, then one per bout that may lick. */
  lick(drive: Drive, stream: Stream, mode: PlantMode): Licking;
}

/** A plant for trials of `steps` ms with reward at `reward`, its drive divided by `scale`. */
export function createPlant(steps: number, reward: number, scale: number): Plant {
  const late = Float64Array.from({ length: steps }, (_, i) => exp((i + 1 - steps - 3) / 100));
  const uniforms = new Float64Array(steps);
  return {
    lick(drive, stream, mode) {
      stream.fill(uniforms);
      const { on, off } = bouts(drive, uniforms, mode, late, reward, scale);
      return { on, off, licks: licksOf(on, off, steps, stream) };
    },
  };
}

function bouts(
  drive: Drive,
  uniforms: Float64Array,
  mode: PlantMode,
  late: Float64Array,
  reward: number,
  scale: number,
): { on: number[]; off: number[] } {
  const steps = uniforms.length;
  const { values } = drive;
  const on: number[] = [];
  const off: number[] = [];
  let known = 0;
  let active = false;
  for (let t = 1; t < steps; t += 1) {
    const u = uniforms[t - 1];
    if (active) {
      if (mode === "silent" || u < (t <= reward ? exitBefore : exitAfter)) {
        active = false;
        off.push(t + 1);
      }
      continue;
    }
    if (t > known) known = drive.extend(t);
    if (u < values[t - 1] / scale + (mode === "silent" ? 0 : late[t - 1])) {
      active = true;
      on.push(t + 1);
    }
  }
  if (active) off.push(steps);
  return { on, off };
}

function licksOf(on: readonly number[], off: readonly number[], steps: number, stream: Stream): number[] {
  let marks: number[] = [];
  for (let k = 0; k < on.length; k += 1) {
    if (!(off[k] - on[k] + 1 > shortestBout || on[k] > steps - shortestBout)) continue;
    const delay = Math.floor(phases * stream.next()) + 1;
    const from = on[k] + delay;
    const to = Math.min(off[k] + delay, steps);
    const after = marks.filter((mark) => mark > to);
    marks = marks.filter((mark) => mark < from);
    for (let mark = from; mark <= to; mark += rhythm) marks.push(mark);
    marks.push(...after);
  }
  return marks.map((mark) => mark + reaction).filter((lick) => lick < steps);
}
