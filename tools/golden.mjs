// `npm run golden`: the golden cases alone. Last line: `N passed, N failed`.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "phasic-golden-"));
const report = join(folder, "report.json");
const vitest = join("node_modules", "vitest", "vitest.mjs");
const args = [
  vitest,
  "run",
  "engine/golden",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${report}`,
];
const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
let passed = 0;
let failed = 1;
try {
  ({ numPassedTests: passed, numFailedTests: failed } = JSON.parse(readFileSync(report, "utf8")));
  // A file that cannot even be loaded fails the run without failing a test.
  if (status !== 0 && failed === 0) failed = 1;
} catch {
  console.error("The golden tests did not run: see the messages above.");
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
