import { expect, test } from "vitest";
import { atOnce, inSteps } from "./in-steps";

const stepMs = 10;
function* counting(name: string, steps: number, told: string[] = []): Generator<undefined, string> {
  for (let step = 0; step < steps; step += 1) {
    const began = performance.now();
    while (performance.now() - began < stepMs);
    told.push(name);
    yield;
  }
  return name;
}

test("others are answered while something long is computed, and two computations take turns", async () => {
  const told: string[] = [];
  let answered = 0;
  const answering = setInterval(() => (answered += 1), 1);
  const both = await Promise.all([inSteps(counting("a", 20, told)), inSteps(counting("b", 20, told))]);
  clearInterval(answering);
  expect(both).toEqual(["a", "b"]);
  expect(answered).toBeGreaterThan(5);
  expect(told.indexOf("b")).toBeLessThan(10);
});

test("what fails fails for whoever asked, and for nobody after", async () => {
  function* failing(): Generator<undefined, string> {
    throw new Error("no such panel");
  }
  await expect(inSteps(failing())).rejects.toThrow("no such panel");
  expect(await inSteps(counting("after", 1))).toBe("after");
  expect(atOnce(counting("now", 1))).toBe("now");
});
