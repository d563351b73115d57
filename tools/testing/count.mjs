import * as fs from "node:fs";

const read = (file) => {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
};

/** A runner that failed without naming a test, or wrote no report, has failed once. */
const atLeastTheExitCode = ({ passed, failed }, code) => ({
  passed,
  failed: code !== 0 && failed === 0 ? 1 : failed,
});

export function countVitest(file, code) {
  const report = read(file);
  if (!report) return { passed: 0, failed: 1 };
  const unloadable = report.testResults.filter(
    (suite) => suite.status === "failed" && !suite.assertionResults.some((test) => test.status === "failed"),
  );
  return atLeastTheExitCode(
    { passed: report.numPassedTests, failed: report.numFailedTests + unloadable.length },
    code,
  );
}

export function countPlaywright(file, code) {
  const report = read(file);
  if (!report) return { passed: 0, failed: 1 };
  const { expected, flaky, unexpected } = report.stats;
  return atLeastTheExitCode({ passed: expected + flaky, failed: unexpected }, code);
}
