import { expect, test } from "vitest";
import type { RecordingPart } from "@/contracts/recording";
import { limitsFor } from "../limits";
import { fixture } from "../testing/collect";
import { readApart } from "./host";

const file = fixture("seshMerge_small_v7.mat");
const limits = limitsFor(0);
const patience = 120_000;

test(
  "parts arrive one at a time, and are counted",
  async () => {
    let open = 0;
    let most = 0;
    const kinds = new Set<RecordingPart["kind"]>();
    const report = await readApart(file, {
      async onPart({ kind }) {
        kinds.add(kind);
        most = Math.max(most, ++open);
        await Promise.resolve();
        open--;
      },
    });
    expect(report).toMatchObject({
      outcome: "imported",
      reason: "",
      subjects: 4,
      sessions: 12,
      trials: 244,
      signals: 7,
    });
    expect(most).toBe(1);
    expect(kinds).toContain("samples");
    expect(report.peakResidentMb).toBeLessThan(400);
  },
  patience,
);

test(
  "a reader is ended at its limit of time",
  async () => {
    const report = await readApart(file, { limits: { ...limits, seconds: 0.02 } });
    expect(report).toMatchObject({ outcome: "refused", subjects: 0 });
    expect(report.reason).toMatch(/^Reading the file was ended after 0.02 s: /);
  },
  patience,
);

test(
  "a reader is ended at its limit of memory",
  async () => {
    const report = await readApart(file, { limits: { ...limits, residentBytes: 40 * 1024 * 1024 } });
    expect(report.reason).toMatch(/^Reading the file was ended when it took more than 41.9 MB of memory: /);
  },
  patience,
);

test(
  "a caller's error ends the reading, and so does its signal",
  async () => {
    const failing = () => Promise.reject(new Error("disk full"));
    await expect(readApart(file, { onPart: failing })).rejects.toThrow("disk full");
    const cancelled = new AbortController();
    const onPart = () => cancelled.abort(new Error("cancelled"));
    await expect(readApart(file, { onPart, signal: cancelled.signal })).rejects.toThrow("cancelled");
  },
  patience,
);
