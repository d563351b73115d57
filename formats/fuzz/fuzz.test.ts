import { expect, test } from "vitest";
import { fixtures, fuzz } from "./fuzz";

const mutations = 5000;
const small = fixtures(50_000);

test(`${mutations} mutations of ${small.length} small files end in an outcome, never in a crash or a hang`, async () => {
  const each = Math.ceil(mutations / small.length);
  const left = [...small];
  const failures: string[] = [];
  let cases = 0;
  const lane = async () => {
    for (let fixture = left.pop(); fixture; fixture = left.pop()) {
      const tally = await fuzz(fixture, each);
      failures.push(...tally.failures);
      cases += tally.imported + tally["needs-mapping"] + tally.refused;
    }
  };
  await Promise.all([lane(), lane()]);
  expect(failures).toEqual([]);
  expect(cases).toBeGreaterThanOrEqual(mutations);
}, 600_000);
