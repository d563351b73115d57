/**
 * A population of 500 initial networks and their order (Coddington, Lindo & Dudman 2023). W ~ exp(-2 + 0.6 z), one W for all;
 * J is non-zero with probability 0.9, then 1.3 z / sqrt(0.9 N). Each network is scored unperturbed on a cued trial with
 * input weights (5, 0) of the output unit, in units of cost:
 *
 *   500 o (1 - exp(-delay / 250)) + 500 x 0.25 x TV,   TV = sum over 501 <= t <= 1600 of |y_t - y_(t-1)|
 *
 * averaged over 50 repetitions of the plant; without a lick after reward, delay = 4400 and o = 2 (a quirk kept). Rank 1 is
 * the smallest error. The paradigm is the published one whatever paradigm the network is trained on later.
 */
import { exp } from "../../math/exp";
import { normals } from "../../math/normal";
import { UNITS, type RateNetwork } from "../../math/rate-network";
import { KeyedStream } from "../../noise/keyed";
import type { Stream } from "../../noise/noise";
import { traceTimes, inputs, variation } from "./task";
import { createPlant, type Plant } from "../../plant/lick-plant";
import type { Memo } from "../theory";

export interface InitialNetwork {
  /** Onto i from j at [50 j + i]. */
  readonly weights: Float64Array;
  readonly cueWeights: Float64Array;
  readonly rewardWeights: Float64Array;
}

export interface Population {
  /** Errors by network number. */
  readonly errors: Float64Array;
  /** Network numbers, best first. */
  readonly order: Int32Array;
}

export const populationSize = 500;
const evaluations = 50;
const outputScale = 40;
const plantScale = 50;

const inputPart = 0;
const recurrentPart = 1;
const scorePart = 2;
const stream = (seed: number, part: number, number: number) =>
  new KeyedStream([0x50504c, seed, part, number]);

/** Network `number` (0 .. 499) of a population, before it is ranked. */
export function drawNetwork(seed: number, number: number): InitialNetwork {
  const z = normals(stream(seed, inputPart, 0));
  const draw = () => Float64Array.from({ length: UNITS }, () => exp(-2 + 0.6 * z()));
  const cueWeights = draw();
  const rewardWeights = draw();
  const source = stream(seed, recurrentPart, number);
  const normal = normals(source);
  const scale = 1.3 / Math.sqrt(0.9 * UNITS);
  const weights = Float64Array.from({ length: UNITS * UNITS }, () =>
    source.next() < 0.9 ? scale * normal() : 0,
  );
  return { weights, cueWeights, rewardWeights };
}

/** Mean error and mean delay (ms) of a network over 50 repetitions of the plant. */
export function score(initial: InitialNetwork, network: RateNetwork, plant: Plant, draws: Stream) {
  const { steps, cueOn, reward } = traceTimes;
  const { cue, reward: delivery } = inputs(traceTimes);
  network.kappa = 1 / 30;
  network.weights.set(initial.weights);
  network.cueWeights.set(initial.cueWeights);
  network.rewardWeights.set(initial.rewardWeights);
  network.cueWeights[0] = 5;
  network.rewardWeights[0] = 0;
  network.rest(cueOn);
  network.run(steps, cue, delivery);
  const values = Float64Array.from(network.outputs, (y) => (y > 0 ? y / outputScale : 0));
  const drive = { values, extend: () => steps };
  const roughness = variation(network.outputs, traceTimes);
  let error = 0;
  let delays = 0;
  for (let i = 0; i < evaluations; i += 1) {
    const lick = plant.lick(drive, draws, "licks").licks.find((time) => time > reward);
    const delay = lick === undefined ? 2 * steps - reward : lick - reward;
    error += (lick === undefined ? 2 : 1) * 500 * (1 - exp(-delay / 250)) + 500 * 0.25 * roughness;
    delays += delay;
  }
  return { error: error / evaluations, delay: delays / evaluations };
}

/** Scores and orders a population; about two seconds. Ties keep the order of numbers. */
export function rankPopulation(seed: number, network: RateNetwork): Population {
  const plant = createPlant(traceTimes.steps, traceTimes.reward, plantScale);
  const errors = Float64Array.from({ length: populationSize }, (_, number) => {
    return score(drawNetwork(seed, number), network, plant, stream(seed, scorePart, number)).error;
  });
  const order = Int32Array.from({ length: populationSize }, (_, number) => number);
  order.sort((a, b) => errors[a] - errors[b] || a - b);
  return { errors, order };
}

/** The network of this rank (1 .. 500); the population is computed once per memo. */
export function networkOfRank(seed: number, rank: number, network: RateNetwork, memo: Memo): InitialNetwork {
  const key = `actr/population/${seed}`;
  const population = (memo.get(key) as Population | undefined) ?? rankPopulation(seed, network);
  memo.set(key, population);
  return drawNetwork(seed, population.order[rank - 1]);
}
