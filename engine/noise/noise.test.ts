import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KeyedStream, keyedNoise } from "./keyed";
import { minstdNoise } from "./minstd";

const key = { seed: 1, population: 2, rank: 3, repetition: 0 };

describe("keyed noise", () => {
  it("draws the same from the same name, whatever was drawn before", () => {
    const noise = keyedNoise(key);
    const first = noise.stream(7, "plant").next();
    noise.stream(6, "plant").fill(new Float64Array(100));
    noise.perturbations(7, 3000, 50, 0.001);
    expect(noise.stream(7, "plant").next()).toBe(first);
  });

  it("draws something else when any part of the name changes", () => {
    const first = (changed: Partial<typeof key>) =>
      keyedNoise({ ...key, ...changed })
        .stream(1, "plant")
        .next();
    const noise = keyedNoise(key);
    const values = [
      first({}),
      first({ seed: 2 }),
      first({ population: 3 }),
      first({ rank: 4 }),
      first({ repetition: 1 }),
      noise.stream(2, "plant").next(),
      noise.stream(1, "stimulation").next(),
      noise.stream(1, "plant", 1).next(),
    ];
    expect(new Set(values).size).toBe(values.length);
  });

  it("fills as it counts", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer(), { maxLength: 6 }),
        fc.integer({ min: 0, max: 50 }),
        (words, length) => {
          const [one, other] = [new KeyedStream(words), new KeyedStream(words)];
          const filled = new Float64Array(length);
          one.fill(filled);
          expect(Array.from(filled)).toEqual(Array.from({ length }, () => other.next()));
          expect(one.next()).toBe(other.next());
        },
      ),
    );
  });

  it("is uniform in its mean, its spread and its neighbours", () => {
    const values = new Float64Array(200000);
    keyedNoise(key).stream(1, "plant").fill(values);
    const mean = (f: (value: number, i: number) => number) =>
      values.reduce((sum, value, i) => sum + f(value, i), 0) / values.length;
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
    expect(Math.abs(mean((u) => u) - 0.5)).toBeLessThan(0.003);
    expect(Math.abs(mean((u) => u * u) - 1 / 3)).toBeLessThan(0.003);
    expect(Math.abs(mean((u, i) => u * values[(i + 1) % values.length]) - 0.25)).toBeLessThan(0.003);
  });

  it("places perturbations in order, as often as they should come, and not beyond the trial", () => {
    const noise = keyedNoise(key);
    const trials = Array.from({ length: 200 }, (_, i) => noise.perturbations(i + 1, 3000, 50, 0.001));
    const count = trials.reduce((sum, kicks) => sum + kicks.count, 0);
    for (const kicks of trials) {
      const places = Array.from(kicks.step, (step, k) => (step - 1) * 50 + kicks.unit[k]);
      expect(places.every((place, k) => place > (places[k - 1] ?? -1) && place < 150000)).toBe(true);
      expect(kicks.size.every((size) => Math.abs(size) <= 1)).toBe(true);
    }
    // 200 trials of 150 on average; four standard deviations are 693.
    expect(Math.abs(count - 30000)).toBeLessThan(693);
    expect(keyedNoise(key).perturbations(1, 3000, 50, 0).count).toBe(0);
  });
});

describe("golden noise", () => {
  it("is the minimal standard generator: draw 10,000 from seed 1 is 1043618065", () => {
    const noise = minstdNoise(1);
    noise.unused(9999);
    expect(noise.stream(1, "plant").next() * 2147483647).toBeCloseTo(1043618065, 3);
    expect(noise.draws).toBe(10000);
  });
});
