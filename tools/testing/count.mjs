import * as fs from "node:fs";
import path from "node:path";
import { root } from "../lib/paths.mjs";

const read = (file) => {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
};

/** A runner that failed without naming a test, or wrote no report, has failed once. `names` says which tests failed. */
const atLeastTheExitCode = ({ passed, failed, names }, code) => ({
  passed,
  failed: code !== 0 && failed === 0 ? 1 : failed,
  names,
});

export function countVitest(file, code) {
  const report = read(file);
  if (!report) return { passed: 0, failed: 1 };
  const unloadable = report.testResults.filter(
    (suite) => suite.status === "failed" && !suite.assertionResults.some((test) => test.status === "failed"),
  );
  const names = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === "failed")
      .map(({ fullName }) => `${path.relative(root, name)} › ${fullName}`),
  );
  return atLeastTheExitCode(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests + unloadable.length,
      names: [...unloadable.map(({ name }) => path.relative(root, name)), ...names],
    },
    code,
  );
}

export function countPlaywright(file, code) {
  const report = read(file);
  if (!report) return { passed: 0, failed: 1 };
  const { expected, flaky, unexpected } = report.stats;
  const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];
  const names = report.suites
    .flatMap(specs)
    .filter(({ ok }) => !ok)
    .map(({ file, line, title }) => `e2e/${file}:${line} › ${title}`);
  return atLeastTheExitCode({ passed: expected + flaky, failed: unexpected, names }, code);
}
