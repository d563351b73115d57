/** Golden cases F: the lick plant alone. */
import { describe, expect, it } from "vitest";
import { minstdNoise } from "../noise/minstd";
import { createPlant } from "../plant/lick-plant";
import { cases, type Json } from "./files";

const steps = 3000;

for (const file of cases("F"))
  describe(file.name, () => {
    file.content.forEach((golden: Json) =>
      it(`seed ${golden.minstd_seed}`, () => {
        const noise = minstdNoise(golden.minstd_seed);
        const values = activity(golden.activity);
        const plant = createPlant(steps, 1600, golden.filt_scale);
        const mode = golden.zero_reward_argument ? "silent" : "licks";
        const { on, off, licks } = plant.lick({ values, extend: () => steps }, noise.stream(1, "plant"), mode);
        expect(licks, "licks").toEqual([golden.checks].flat());
        expect(on, "bout starts").toEqual([golden.state_on].flat());
        // The file leaves out the end of a bout that lasts to the end of the trial.
        expect(off.slice(0, [golden.state_off].flat().length), "bout ends").toEqual([golden.state_off].flat());
        expect(noise.draws, "draws").toBe(golden.draws_used);
      }),
    );
  });

/** "4x of: 0; 0.3 on 601:1550; 3 on 1600:1610 (1-based)" as numbers. */
function activity(words: string): Float64Array {
  const scale = /^(\d+)x of:/.exec(words)?.[1] ?? "1";
  const values = new Float64Array(steps);
  for (const [, level, from, to] of words.matchAll(/([\d.]+) on (\d+):(\d+)/g))
    values.fill(Number(scale) * Number(level), Number(from) - 1, Number(to));
  return values;
}
