/** Golden cases E: the score by which initial networks are ordered. */
import { describe, expect, it } from "vitest";
import { createKernel } from "../math/rate-network-kernel";
import { createTwin, UNITS } from "../math/rate-network";
import { minstdNoise } from "../noise/minstd";
import { createPlant } from "../plant/lick-plant";
import { score } from "../theories/actr/population";
import { traceTimes } from "../theories/actr/task";
import { close, closeAt } from "./compare";
import { cases, network, type Json } from "./files";

const builds = { kernel: createKernel, twin: createTwin };

for (const [build, create] of Object.entries(builds))
  for (const file of cases("E"))
    describe(`${file.name} (${build})`, () => {
      file.content.forEach((golden: Json) =>
        it(golden.net, () => {
          const noise = minstdNoise(golden.minstd_seed);
          const rates = create(traceTimes.steps);
          const plant = createPlant(traceTimes.steps, traceTimes.reward, 50);
          noise.unused(2 * traceTimes.steps * UNITS);
          const { error, delay } = score(network(file.folder, golden.net), rates, plant, noise.stream(0, "plant"));
          close(error, golden.err, "error");
          close(delay, golden.lag, "delay");
          closeAt(rates.outputs, golden.outputs_every_50ms_1based, "outputs");
          expect(noise.draws, "draws").toBe(golden.rng_draws_total);
        }),
      );
    });
