/** The SIMD kernel and its readable twin give the same bits, whatever the network, the inputs and the perturbations. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KeyedStream, keyedNoise } from "../noise/keyed";
import { normals } from "./normal";
import { createTwin, UNITS, type RateNetwork } from "./rate-network";
import { createKernel } from "./rate-network-kernel";

const steps = 400;
const twin = createTwin(steps);
const kernel = createKernel(steps);
const bits = (values: Float64Array) => Array.from(new BigUint64Array(values.slice().buffer));

/** Everything one exploring and one branching run give. */
function play(
  network: RateNetwork,
  seed: number,
  scale: number,
  kappa: number,
  snapshot: number,
): Float64Array[] {
  const z = normals(new KeyedStream([seed]));
  const channel = () => Float64Array.from({ length: steps }, () => (z() > 1.5 ? z() : 0));
  network.weights.set(Float64Array.from({ length: UNITS * UNITS }, () => (z() > -1 ? scale * z() : 0)));
  network.cueWeights.set(Float64Array.from({ length: UNITS }, z));
  network.rewardWeights.set(Float64Array.from({ length: UNITS }, z));
  network.kappa = kappa;
  const [cue, reward] = [channel(), channel()];
  const kicks = keyedNoise({ seed, population: 0, rank: 1, repetition: 0 }).perturbations(
    1,
    steps,
    UNITS,
    0.01,
  );
  network.rest(1);
  network.explore(Math.floor(snapshot / 2), cue, reward, kicks);
  network.explore(snapshot, cue, reward, kicks);
  const eligibility = network.eligibility(snapshot, 500).slice();
  network.explore(steps, cue, reward, kicks);
  const explored = network.outputs.slice();
  network.rest(20);
  network.run(snapshot, cue, reward);
  network.mark();
  network.run(steps, cue, reward);
  const first = network.outputs.slice();
  network.recall();
  network.run(steps, reward, cue);
  return [eligibility, explored, first, network.outputs.slice()];
}

describe("kernel and twin", () => {
  it("give the same bits on random networks", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.double({ min: 0, max: 2, noNaN: true }),
        fc.double({ min: 0.01, max: 0.5, noNaN: true }),
        fc.integer({ min: 21, max: steps }),
        (seed, scale, kappa, snapshot) => {
          const [ours, theirs] = [twin, kernel].map((network) =>
            play(network, seed, scale, kappa, snapshot).map(bits),
          );
          expect(ours).toEqual(theirs);
        },
      ),
      { numRuns: 25 },
    );
  });

  it("carry infinities and NaN alike", () => {
    for (const network of [twin, kernel]) {
      network.weights.fill(1e308);
      network.cueWeights.fill(1e308);
      network.rest(1);
      network.run(steps, new Float64Array(steps).fill(1e10), new Float64Array(steps));
    }
    expect(Array.from(kernel.outputs)).toEqual(Array.from(twin.outputs));
  });
});
