import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";

test("one line for each file, in all folders, with exactly what was asked for", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "phasic-check-"));
  try {
    mkdirSync(path.join(folder, "deep"));
    writeFileSync(path.join(folder, "deep", "trials.csv"), "id,trial,x1,x2,x3,x4,x5\na,1,1,2,3,4,5\n");
    writeFileSync(path.join(folder, "bare.csv"), "1,2,3\n4,5,6\n");
    symlinkSync("nowhere", path.join(folder, "broken.nwb"));
    symlinkSync(".", path.join(folder, "round"));
    const lines = execFileSync(process.execPath, ["--import", "tsx", "cli/import-check.ts"], {
      cwd: path.join(import.meta.dirname, ".."),
      env: { ...process.env, PHASIC_IMPORT_DIR: folder },
      encoding: "utf8",
    });
    const reports = lines
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(reports.map(({ file, outcome }) => [file, outcome])).toEqual([
      ["bare.csv", "needs-mapping"],
      ["broken.nwb", "refused"],
      ["deep/trials.csv", "imported"],
      ["round", "refused"],
    ]);
    for (const report of reports)
      expect(Object.keys(report)).toEqual([
        ...["file", "outcome", "reason", "assumed", "subjects", "sessions", "trials", "signals", "seconds"],
        "peakResidentMb",
      ]);
    expect(reports[2]).toMatchObject({ reason: "", subjects: 1, sessions: 1, trials: 1, signals: 1 });
    expect(reports[2].assumed).toContainEqual({
      field: "signals.x.samplingRateHz",
      value: null,
      question: 'The 5 samples of "x" have no time: how many of them are a second?',
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 120_000);
