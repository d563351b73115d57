import { createHash } from "node:crypto";
import { unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { dashboardDocument } from "../../contracts/dashboard";
import { type LabArchiveContent, labArchiveHead } from "../../contracts/lab-archive";
import { comparisonListInput, comparisonState } from "../../contracts/comparison";
import { mentionOf } from "../../contracts/comment";
import { modelListInput } from "../../contracts/model";
import { describeSubject } from "../../engine/subject";
import { computeQueued, type Scenario, scenario } from "../../worker/testing/scenario";
import { enterLab } from "../access/enter-lab";
import type { LabGrant } from "../access/grant";
import { makeDataset } from "../access/rows/datasets";
import { type LabFixture, makeLab } from "../access/testing/lab-fixture";
import { startThread } from "../comments/service";
import { getComparison, listComparisons, saveComparison } from "../comparisons/service";
import { createDashboard } from "../dashboards/service";
import { db } from "../db";
import { launchExperiment } from "../experiments/service";
import { listModels } from "../models/service";
import { publish } from "../publications/service";
import { keepFile } from "../uploads/service";
import { createContentHasher } from "./content-hash";
import * as archives from "./service";
import { archivedTables, leftBehind } from "./tables";

let lab: LabFixture;
let base: Scenario;
let bytes: Uint8Array;

const ownerOf = (of: LabFixture): Promise<LabGrant> => enterLab(of.members.owner.id, of.slug, "lab:manage");
async function exported(of: LabFixture): Promise<Uint8Array> {
  const { id } = await archives.beginExport(await ownerOf(of));
  await archives.workOnArchive(id);
  expect((await archives.listArchives(of.grant, { limit: 50 })).rows[0]).toMatchObject({
    id,
    status: "done",
    problem: null,
  });
  const { bytes: stream } = await archives.downloadArchive(of.grant, id);
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
async function imported(into: LabFixture, archive: Uint8Array) {
  const upload = await keepFile(into.grant, "lab.zip", Buffer.from(archive));
  const { id } = await archives.beginImport(await ownerOf(into), upload.id);
  await archives.workOnArchive(id);
  return (await archives.listArchives(into.grant, { limit: 50 })).rows.find((one) => one.id === id)!;
}
const contentOf = (archive: Uint8Array): LabArchiveContent =>
  JSON.parse(Buffer.from(unzipSync(archive)["content.json"]).toString());

beforeAll(async () => {
  lab = await makeLab("the-lab");
  base = await scenario(lab.slug);
  const editor = await enterLab(lab.members.editor.id, lab.slug, "dashboard:create");
  const subjects = [describeSubject(0), describeSubject(1)];
  const wanted = base.wanted({ arms: ["control", "stimLick-"], subjects });
  const [model] = wanted.modelVersionIds;
  const { id: experiment } = await launchExperiment(editor, wanted);
  await computeQueued(base.grant);
  await launchExperiment(editor, { ...wanted, name: "waits", repetitions: 2 });
  const { id: dataset } = await makeDataset(lab);
  const groups = [
    { kind: "simulation" as const, experiment, model, arm: "stimLick-" },
    { kind: "recording" as const, dataset, group: "" },
  ];
  const state = comparisonState.parse({ groups, block: 20, trials: { from: 1, to: 10 } });
  const { id: comparison } = await saveComparison(editor, { name: "Side by side", notes: "", state });
  const { id: dashboard } = await createDashboard(editor, {
    name: "A page",
    document: dashboardDocument.parse({
      ...{ variables: [], references: [] },
      panels: [
        {
          ...{ id: "curve", title: "", place: { x: 0, w: 6, h: 2 }, bind: {} },
          content: {
            kind: "chart",
            source: { from: "comparison", comparison },
            figure: "curve:prepLick",
            look: {},
          },
        },
      ],
    }),
  });
  await publish(editor, {
    ...{ publication: null, dashboard, version: 1, options: {}, title: "Shown", abstract: "", notes: "" },
    ...{ licence: "CC0-1.0", authors: [{ name: "Ada", orcid: null, affiliation: "" }] },
  });
  const commenter = await enterLab(lab.members.commenter.id, lab.slug, "comment:create");
  await startThread(commenter, {
    ...{ object: { kind: "comparison", id: comparison }, anchor: { figure: null, place: null } },
    ...{ shown: { version: 1, query: null, engines: [] }, visibility: "lab", once: "once" },
    body: `Look at this, ${mentionOf(lab.members.owner.id)}`,
  });
  bytes = await exported(lab);
}, 120_000);

describe("a whole lab", () => {
  it("comes back into an empty lab with equal hashes, under ids of its own", async () => {
    const other = await makeLab("another-lab");
    const before = await db()
      .$queryRaw`SELECT count(*)::int, md5(string_agg(m::text, '' ORDER BY m.id)) FROM "Model" m`;
    const done = await imported(other, bytes);
    expect(done).toMatchObject({ status: "done", problem: null, labName: "the-lab" });
    const again = await exported(other);
    const { AuditEntry: _, ...tables } = contentOf(bytes).tables;
    expect(contentOf(again).tables).toMatchObject(tables);
    expect(Object.keys(tables)).toEqual(
      expect.arrayContaining([
        "Model",
        "Run",
        "RunResult",
        "DatasetSamples",
        "UploadChunk",
        "PublicationVersion",
        "Comment",
      ]),
    );
    const results = (of: LabFixture) =>
      db().run.findMany({
        where: { labId: of.id },
        select: { specHash: true, status: true, result: { select: { hash: true } } },
        orderBy: [{ specHash: "asc" }],
      });
    const mine = await results(lab);
    expect(await results(other)).toEqual(
      mine.map((run) => (run.status === "queued" ? { ...run, status: "cancelled" } : run)),
    );
    expect(
      await db().$queryRaw`SELECT count(*)::int, md5(string_agg(m::text, '' ORDER BY m.id)) FROM "Model" m
      WHERE m."labId" <> ${other.id}`,
    ).toEqual(before);
  }, 60_000);

  it("names its authors, and says that the archive states them", async () => {
    const other = await makeLab("third-lab");
    await imported(other, bytes);
    const here = { lab: other.slug };
    const { rows } = await listComparisons(other.grant, comparisonListInput.parse(here));
    expect(rows).toMatchObject([{ name: "Side by side", author: "editor, as stated by the archive" }]);
    const [original] = (await listComparisons(lab.grant, comparisonListInput.parse(here))).rows;
    expect(rows[0].createdAt).toEqual(original.createdAt);
    expect((await getComparison(other.grant, rows[0].id)).state.groups).toHaveLength(2);
    const comment = await db().comment.findFirstOrThrow({
      where: { thread: { labId: other.id } },
      include: { statedAuthor: true },
    });
    expect(comment).toMatchObject({ authorId: null, statedAuthor: { name: "commenter", labId: other.id } });
    expect(comment.body).not.toContain(lab.members.owner.id);
    const entries = await db().auditEntry.findMany({ where: { labId: other.id, action: "comparison.save" } });
    const person = await db().statedAuthor.findUniqueOrThrow({ where: { id: entries[0].actorId! } });
    expect(person.name).toBe("editor");
  }, 60_000);

  it("overwrites nothing: a lab that holds something takes no archive", async () => {
    const before = await db().model.count({ where: { labId: lab.id } });
    expect(await imported(lab, bytes)).toMatchObject({
      status: "failed",
      problem: "The lab holds something already, and an archive overwrites nothing.",
    });
    expect(await db().model.count({ where: { labId: lab.id } })).toBe(before);
  });

  let count = 0;
  const withFiles = (change: (files: Record<string, Uint8Array>) => void) => {
    const files = { ...unzipSync(bytes) };
    change(files);
    return zipSync(files);
  };
  const edited = (
    files: Record<string, Uint8Array>,
    name: string,
    change: (row: Record<string, unknown>) => void,
  ) => {
    const [first, ...rest] = Buffer.from(files[name]).toString().trimEnd().split("\n");
    const row = JSON.parse(first);
    change(row);
    files[name] = Buffer.from([JSON.stringify(row), ...rest].join("\n"));
  };
  it.each<[string, (files: Record<string, Uint8Array>) => void]>([
    [
      "a block of bytes that was changed",
      (files) => {
        const name = Object.keys(files).find((one) => one.startsWith("blocks/"))!;
        files[name] = Buffer.from("something else");
      },
    ],
    [
      "a row that points out of it",
      (files) => edited(files, "rows/ModelVersion-1.jsonl", (row) => (row.modelId = "elsewhere123")),
    ],
    ["a column that nobody knows", (files) => edited(files, "rows/Model-1.jsonl", (row) => (row.evil = 1))],
    [
      "parameters that its hash does not name",
      (files) => edited(files, "rows/ModelVersion-1.jsonl", (row) => (row.theory = "actr")),
    ],
    [
      "a name that its content hash does not name",
      (files) => edited(files, "rows/Model-1.jsonl", (row) => (row.name = "Other")),
    ],
    [
      "a date that is none",
      (files) => edited(files, "rows/Model-1.jsonl", (row) => (row.createdAt = "soon")),
    ],
    ["a path that leads out of it", (files) => (files["../x"] = Buffer.from("x"))],
    ["no head", (files) => delete files["lab.json"]],
  ])(
    "with %s is refused in a sentence, and leaves nothing",
    async (_what, change) => {
      const other = await makeLab(`evil-${(count += 1)}`);
      const done = await imported(other, withFiles(change));
      expect(done.status).toBe("failed");
      expect(done.problem).toMatch(/^[^\n]{5,400}\.$/);
      for (const rows of [
        await db().model.count({ where: { labId: other.id } }),
        await db().statedAuthor.count({ where: { labId: other.id } }),
      ])
        expect(rows).toBe(0);
    },
    60_000,
  );

  /** Whoever forges an archive can say what its content hashes to. */
  const rehashed = (files: Record<string, Uint8Array>) => {
    const hasher = createContentHasher();
    const read = (name: string) => Buffer.from(files[name]).toString();
    const head = labArchiveHead.parse(JSON.parse(read("lab.json")));
    for (const { id, name } of head.people) hasher.person(id, name);
    for (const { name } of archivedTables)
      if (files[`rows/${name}-1.jsonl`])
        for (const line of read(`rows/${name}-1.jsonl`).trimEnd().split("\n"))
          hasher.add(name, JSON.parse(line) as Record<string, unknown>);
    files["content.json"] = Buffer.from(JSON.stringify(hasher.content()));
  };
  it.each<[string, RegExp, (files: Record<string, Uint8Array>) => void]>([
    [
      "a publication under the hash of another",
      /A version of a publication does not have the content/,
      (files) =>
        edited(files, "rows/PublicationVersion-1.jsonl", (row) => {
          row.manifest = String(row.manifest).replace("Shown", "Forged");
        }),
    ],
    [
      "a publication that no page can be written from",
      /A version of a publication cannot be read/,
      (files) =>
        edited(files, "rows/PublicationVersion-1.jsonl", (row) => {
          row.manifest = '{"title":"<b>"}';
          row.hash = createHash("sha256")
            .update(row.manifest as string)
            .digest("hex");
        }),
    ],
    [
      "a part of a publication that its hash does not name",
      /A part of a publication does not have the content/,
      (files) => edited(files, "rows/PublicationPart-1.jsonl", (row) => (row.hash = "0".repeat(64))),
    ],
    [
      "a run that waits to be computed",
      /still to be computed/,
      (files) =>
        edited(files, "rows/Run-1.jsonl", (row) => Object.assign(row, { status: "queued", resultId: null })),
    ],
    [
      "a file of nothing but ends of lines",
      /has more than 40000 rows|is no row/,
      (files) => (files["rows/Model-1.jsonl"] = Buffer.alloc(50_000_000, "\n")),
    ],
    [
      "a head that unpacks to very much",
      /larger than 32 MB/,
      (files) => (files["lab.json"] = Buffer.alloc(33_000_000, "[]")),
    ],
  ])(
    "with %s is refused, whatever its content hash says",
    async (_what, problem, change) => {
      const other = await makeLab(`forged-${(count += 1)}`);
      const archive = withFiles((files) => {
        change(files);
        if (files["lab.json"].length < 1e6 && (files["rows/Model-1.jsonl"]?.length ?? 0) < 1e6)
          rehashed(files);
      });
      expect(await imported(other, archive)).toMatchObject({
        status: "failed",
        problem: expect.stringMatching(problem),
      });
      expect(await db().model.count({ where: { labId: other.id } })).toBe(0);
    },
    60_000,
  );

  it("with no content hashes at all is refused", async () => {
    const other = await makeLab("unhashed-lab");
    const archive = withFiles((files) => {
      const { contentHash } = contentOf(bytes);
      files["content.json"] = Buffer.from(JSON.stringify({ contentHash, tables: {} }));
    });
    expect(await imported(other, archive)).toMatchObject({ status: "failed" });
  });

  it("is listed nowhere while it is only being read, and cancelled on the way", async () => {
    const other = await makeLab("cancelled-lab");
    const upload = await keepFile(other.grant, "lab.zip", Buffer.from(bytes));
    const owner = await ownerOf(other);
    const { id } = await archives.beginImport(owner, upload.id);
    await archives.cancelArchive(owner, id);
    await archives.workOnArchive(id);
    expect((await archives.listArchives(other.grant, { limit: 50 })).rows[0].status).toBe("cancelled");
    expect((await listModels(other.grant, modelListInput.parse({ lab: other.slug }))).rows).toEqual([]);
  });
});

it("a lab keeps three archives of itself at a time", async () => {
  const full = await makeLab("kept-lab");
  const owner = await ownerOf(full);
  const made = { labId: full.id, kind: "export", status: "done", finishedAt: new Date() } as const;
  await db().labArchive.createMany({ data: [made, made, made] });
  await expect(archives.beginExport(owner)).rejects.toMatchObject({ details: { code: "refused" } });
  const { rows } = await archives.listArchives(full.grant, { limit: 50 });
  await archives.removeArchive(owner, rows[0].id);
  expect(await archives.beginExport(owner)).toMatchObject({ kind: "export", status: "waiting" });
});

it("every table of a lab goes into the archive, or stays behind for a reason", async () => {
  const found = await db().$queryRaw<{ name: string }[]>`
    WITH RECURSIVE owned (oid) AS (
      SELECT '"Lab"'::regclass::oid
      UNION SELECT k.conrelid FROM pg_constraint k JOIN owned o ON k.confrelid = o.oid WHERE k.contype = 'f' AND k.confdeltype = 'c'
    ) SELECT c.relname AS name FROM owned o JOIN pg_class c ON c.oid = o.oid WHERE c.relname <> 'Lab'`;
  const known = [...archivedTables.map(({ name }) => name), ...Object.keys(leftBehind)];
  expect(found.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
});
