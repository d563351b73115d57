#!/usr/bin/env node
// `npm test`, or `npm test -- unit | integration | e2e | lint` with further words for vitest or playwright.
import { checkNode, install } from "./lib/install.mjs";
import { ownState } from "./lib/paths.mjs";
import { printTrouble } from "./lib/report.mjs";

const total = { passed: 0, failed: 0 };
const begun = performance.now();
const since = (from) => `${((performance.now() - from) / 1000).toFixed(1)} s`;

async function runStage({ title, run }, more) {
  const from = performance.now();
  const counts = await run(more).catch((error) => {
    printTrouble(error);
    return { passed: 0, failed: 1 };
  });
  total.passed += counts.passed;
  total.failed += counts.failed;
  console.log(
    `   ${counts.failed === 0 ? "passed" : "FAILED"} ${title} (${counts.passed} of ${counts.passed + counts.failed}) in ${since(from)}`,
  );
  return { title, ...counts, time: since(from) };
}

/** Checks of the sources are single-threaded and silent until they end: two at a time. The rest has the machine for itself. */
async function runAll(stages, more) {
  // what goes on beside the others
  for (const { begin } of stages) begin?.();
  const results = [];
  const checks = stages.filter(({ group }) => group === "lint");
  const next = async () => {
    for (let stage; (stage = checks.shift());) results.push(await runStage(stage, more));
  };
  await Promise.all([next(), next()]);
  for (const stage of stages.filter(({ group }) => group !== "lint")) {
    console.log(`\n── ${stage.title}`);
    results.push(await runStage(stage, more));
  }
  return results;
}

async function main() {
  checkNode();
  ownState();
  await install();
  // these load packages, which exist from here on
  const { groups, stages } = await import("./testing/stages.mjs");
  const { endCommands } = await import("./testing/command.mjs");
  const { generateClient } = await import("./lib/schema.mjs");
  for (const signal of ["SIGINT", "SIGTERM"])
    process.on(signal, () => {
      endCommands();
      process.exit(130); // what we started ends when its channel to us closes
    });
  const words = process.argv.slice(2);
  const asked = words.filter((word) => groups.includes(word));
  const more = words.filter((word) => !groups.includes(word));
  await generateClient();

  const results = await runAll(
    stages.filter(({ group }) => asked.length === 0 || asked.includes(group)),
    more,
  );

  console.log("");
  for (const { title, failed, time, names = [] } of results) {
    console.log(`${failed ? "FAILED" : "passed"}  ${title}, ${time}`);
    for (const name of names) console.log(`        ${name}`);
  }
  console.log(`all in ${since(begun)}`);
}

await main().catch((error) => {
  printTrouble(error);
  total.failed += 1;
});
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
