import { readdirSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { answerSchema } from "@/contracts/reading";
import { confirmed } from "./fuzz/confirm";
import { asked, collect, fixture } from "./testing/collect";

vi.setConfig({ testTimeout: 60_000 });

const refused = ["README.md", "not_seshmerge.mat", "nwb_2.2_no_photometry.nwb"];
const files = readdirSync(fixture("")).filter((name) => !refused.includes(name));

test.each(files)("%s: once every guess is confirmed, nothing is assumed", async (name) => {
  const answers = await confirmed(fixture(name));
  const { assumed, all } = await collect(fixture(name), answers);
  expect(assumed).toEqual([]);
  expect(all("contents")).toHaveLength(1);
  const questions = all("questions").flatMap((part) => part.questions);
  const fields = questions.map(({ field }) => field);
  expect(fields).toEqual([...new Set(fields)]);
  for (const { field, input, value, basis } of questions) {
    expect(basis, field).toBe("answer");
    expect(answerSchema(input).safeParse(value).success, field).toBe(true);
  }
});

test.each(refused.slice(1))("%s is refused with what it holds", async (name) => {
  const { contents, reason } = await asked(fixture(name));
  expect(reason).toMatch(/^Refusal: /);
  expect(contents.length).toBeGreaterThan(0);
});
