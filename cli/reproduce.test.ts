import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packColumns, unpackColumns } from "../contracts/columns";
import type { FrozenRun } from "../contracts/publication";
import { reproduceArchive } from "./reproduce";
import { ArchiveProblem } from "../formats/zip/read-zip";
import { openArchive } from "./reproduce/archive";
import { withFile } from "./reproduce/download";
import { type Made, makePublication, sha256, writeArchive } from "../server/publications/testing/publication";

const folder = mkdtempSync(path.join(tmpdir(), "phasic-reproduce-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = path.join(folder, "archive.zip");
let made: Made;
beforeAll(() => {
  made = makePublication();
}, 60_000);

/** Without settings and database, as anybody runs it. */
const phasic = (source: string) =>
  new Promise<{ code: number; said: string }>((resolve) => {
    const args = ["--import", "tsx", "cli/main.ts", "reproduce", source];
    const env = { PATH: process.env.PATH, NODE_ENV: "test" as const };
    execFile(process.execPath, args, { env }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
    );
  });
/** The same in this process, where the engine has done the runs already. */
async function reproduce(source: string) {
  const lines: string[] = [];
  const archive = await openArchive(source);
  try {
    const given = async ({ key }: FrozenRun) => made.results.get(key)!;
    return {
      exact: await reproduceArchive(archive, { given, say: (line) => lines.push(line) }),
      said: lines.join("\n"),
    };
  } finally {
    archive.close();
  }
}
/** The archive with other bytes under some of its paths. */
function altered(change: (files: Record<string, Uint8Array>) => void): string {
  const files = { ...unzipSync(readFileSync(file)) };
  change(files);
  const other = path.join(folder, "altered.zip");
  writeFileSync(other, zipSync(files));
  return other;
}
/** Preparatory licking of trial 12 is a little more than it was. */
function moreLicks(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { prepLick, ...columns } = unpackColumns(bytes);
  const more = prepLick.slice();
  more[11] += 0.5;
  const all = { ...columns, prepLick: more };
  return packColumns(
    Object.fromEntries(Object.keys(unpackColumns(bytes)).map((name) => [name, all[name as never]])),
  );
}

describe("an archive", () => {
  it("is the same bytes whenever and wherever it is made, and reproduces exactly", async () => {
    await writeArchive(file, made);
    const first = readFileSync(file);
    const zone = process.env.TZ;
    process.env.TZ = "Pacific/Auckland";
    await writeArchive(file, made);
    process.env.TZ = zone;
    expect(readFileSync(file).equals(first)).toBe(true);
    const { code, said } = await phasic(file);
    expect(said).toContain("exact match: 8 of 8 runs");
    expect(said).toMatch(/panels: \d+ numbers of 2 panels made again from the runs, all equal/);
    expect(code).toBe(0);
  }, 60_000);

  it("that names results by their hashes only reproduces exactly, too", async () => {
    const small = path.join(folder, "small.zip");
    await writeArchive(small, made, false);
    expect(readFileSync(small).length).toBeLessThan(readFileSync(file).length / 10);
    const { exact, said } = await reproduce(small);
    expect(said).toContain("exact match: 8 of 8 runs");
    expect(exact).toBe(true);
  });

  it("of which a result was changed says which file, and reports the first difference", async () => {
    const run = made.manifest.runs[5];
    const part = `parts/${run.result.training}.bin`;
    const { exact, said } = await reproduce(altered((files) => (files[part] = moreLicks(files[part]))));
    expect(said).toContain(`Altered: "${part}"`);
    expect(said).toMatch(
      new RegExp(
        `First difference: run ${run.key} \\(TD v1, .*\\), prepLick, trial 12: the archive has \\S+, the engine gives`,
      ),
    );
    expect(said).toContain("no exact match: 7 of 8 runs");
    expect(exact).toBe(false);
  });

  it("whose forger mended every hash is found out by the engine", async () => {
    const runs = made.manifest.runs.map((run) => ({ ...run, result: { ...run.result } }));
    const bytes = moreLicks(made.parts.get(runs[2].result.training!)!);
    const parts = new Map(made.parts).set(sha256(bytes), bytes);
    runs[2].result.training = sha256(bytes);
    const forged = path.join(folder, "forged.zip");
    await writeArchive(forged, { manifest: { ...made.manifest, runs }, parts });
    const { exact, said } = await reproduce(forged);
    expect(said).not.toContain("Altered");
    expect(said).toMatch(new RegExp(`First difference: run ${runs[2].key} .* prepLick, trial 12`));
    expect(exact).toBe(false);
  });

  it("with another number in a panel says where, whatever the runs give", async () => {
    const [{ panels }] = made.manifest.settings;
    const data = JSON.parse(Buffer.from(made.parts.get(panels.numbers)!).toString());
    data.rows[0].mean += 0.25;
    const bytes = Buffer.from(JSON.stringify(data));
    const settings = [{ values: {}, panels: { ...panels, numbers: sha256(bytes) } }];
    const parts = new Map(made.parts).set(sha256(bytes), bytes);
    const forged = path.join(folder, "panel.zip");
    await writeArchive(forged, { manifest: { ...made.manifest, settings }, parts });
    const { exact, said } = await reproduce(forged);
    expect(said).toContain("exact match: 8 of 8 runs");
    expect(said).toMatch(
      /First difference of a panel: panel "numbers", Preparatory lick rate, .*, mean: the archive has/,
    );
    expect(exact).toBe(false);
  });

  it("of another engine says so plainly", async () => {
    const engineVersions = ["0123456789abcdef"];
    const other = path.join(folder, "other.zip");
    await writeArchive(other, { ...made, manifest: { ...made.manifest, engineVersions } });
    expect((await reproduce(other)).said).toMatch(
      /Its runs are from engine 0123456789abcdef; this is engine/,
    );
  });

  it.each<[string, (files: Record<string, Uint8Array>) => void]>([
    ["no manifest", (files) => delete files["manifest.json"]],
    ["a manifest that is none", (files) => (files["manifest.json"] = Buffer.from("{}"))],
    ["a path that leads out of it", (files) => (files["../../evil.sh"] = Buffer.from("touch evil"))],
    ["a file less than it names", (files) => delete files["CITATION.cff"]],
    [
      "a run that no engine takes",
      (files) => {
        const manifest = JSON.parse(Buffer.from(files["manifest.json"]).toString());
        manifest.models[0].theory = "mind-reading";
        files["manifest.json"] = Buffer.from(JSON.stringify(manifest));
      },
    ],
  ])("with %s is refused in a sentence", async (_what, change) => {
    await expect(reproduce(altered(change))).rejects.toThrow(ArchiveProblem);
    await expect(reproduce(altered(change))).rejects.toThrow(/^.{5,300}\.$/);
  });

  it("that is not there, or cannot be reached, is said in a sentence", async () => {
    expect(await phasic(path.join(folder, "nothing.zip"))).toEqual({
      ...{ code: 1, said: "The archive is refused: There is no such file.\n" },
    });
    await expect(withFile("http://127.0.0.1:9/p/abcdefghijkl", openArchive)).rejects.toThrow(
      /^http:\/\/127\.0\.0\.1:9\/p\/abcdefghijkl\/archive\.zip could not be reached/,
    );
  }, 60_000);
});
