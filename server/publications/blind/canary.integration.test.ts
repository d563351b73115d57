import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { unzipSync } from "fflate";
import { parquetReadObjects } from "hyparquet";
import { beforeAll, describe, expect, it } from "vitest";
import { enterLab } from "../../access/enter-lab";
import { callRoute } from "../../access/testing/call-route";
import { makeThread } from "../../access/rows/comments";
import { db } from "../../db";
import { env } from "../../env";
import { publish } from "../service";
import { type LabWithDashboard, labWithDashboard } from "../testing/lab-with-dashboard";
import * as blind from "./service";

/** Routes as next.js calls them, with the cookies of the request alone. */
const route =
  (method: string, file: string) =>
  async (
    request: Request,
    { params }: { params: Promise<Record<string, string | string[]>> },
  ): Promise<Response> =>
    callRoute({ file: `app/${file}/route.ts`, method }, request, null, await params);
const getFile = route("GET", "blind/[address]/[...file]");
const postComment = route("POST", "blind/[address]/comments");
const getComments = route("GET", "blind/[address]/comments");
const getPage = route("GET", "blind/[address]");
const getLive = route("GET", "api/live");
const getLink = route("GET", "link/[kind]/[token]");
const getPublicData = route("GET", "p/[address]/v/[number]/data/[file]");
const getPublicFigure = route("GET", "p/[address]/v/[number]/figures/[file]");
const getPublicPage = route("GET", "p/[address]/v/[number]");

/** Stands in every column that could say who; it may stand in nothing that a reviewer gets. */
const canary = "zqcanary";
const orcid = "0000-0002-1694-233X";

/**
 * Columns of text that a copy may show: names and texts of science, which its author reads before, with warnings. Every other
 * column of text gets a canary, or is none of words: a new one fails until somebody has decided.
 */
const science = [
  "Model.name", "ModelVersion.theory", "ModelVersion.role", "ModelVersion.preset", "ModelVersion.parameters",
  "Paradigm.name", "ParadigmVersion.spec", "Experiment.name", "Experiment.arms", "Experiment.subjects",
  "Dataset.name", "DatasetVersion.licence", "DatasetVersion.citation", "DatasetVersion.doi",
  "DatasetVersion.task", "DatasetVersion.replicate", "DatasetVersion.timing", "DatasetVersion.summary",
  "DatasetSubject.group", "DatasetSignal.name", "DatasetSignal.region", "DatasetSignal.sensor",
  "DatasetSignal.unit", "DatasetSignal.alignment", "DatasetMeasure.name", "DatasetMeasure.unit",
  "DatasetMeasure.window", "DashboardVersion.document", "Run.arm", "Run.subject", "Run.subjectKey",
  "RunResult.summary", "Comparison.state",
]; // prettier-ignore
/** Columns that hold no words, whose form the database or the code demands. */
const noWords = [
  /\.(id|\w+Id)$/, /[hH]ash$/, /\.(once|kind|\w+Kind|status|action|level|visibility|salt|slug|provider)$/,
  /^(Upload|UploadChunk)\.sha256$/, /^History\.(trialTypes|stimulated)$/, /^Run\.(engineVersion|leaseToken)$/,
  /^(Publication|PublicationVersion|PublicationPart|BlindCopy|BlindLink|BlindComment|BlindPart)\./,
  /^DatasetTrial\.(type|cue)$/, /^DatasetMean\.type$/, /^DatasetEvents\.(type|meaning)$/, /^RateLimit\.key$/,
  /^DatasetVersion\.(assumed|answers)$/, /^Dashboard\.draft$/, /^Experiment\.yokedTo$/, /^Thread\.(anchor|seen)$/,
  /^_prisma/, /^User\.orcid$/,
]; // prettier-ignore

let of: LabWithDashboard;
let url: string;
let publicFiles: Map<string, Buffer>;
const planted: string[] = [];
/** Columns that took no canary. */
const refused: string[] = [];

/** Rows in tables that the scenario leaves empty. */
async function fill({ lab }: LabWithDashboard) {
  const { owner, editor } = lab.members;
  await db().user.update({ where: { id: owner.id }, data: { orcid } });
  const { thread } = await makeThread(lab);
  const { id: commentId } = await db().comment.findFirstOrThrow({ where: { threadId: thread } });
  await db().commentEdit.create({ data: { body: "x", commentId } });
  const later = new Date(Date.now() + 1e9);
  await db().invitation.create({
    data: {
      labId: lab.id,
      tokenHash: "a".repeat(64),
      role: "viewer",
      email: "invited@x.example",
      expiresAt: later,
    },
  });
  await db().identity.create({
    data: { userId: owner.id, provider: "orcid", issuer: "i", subject: "s", label: "l" },
  });
  await db().mail.create({
    data: { to: "a@x.example", subject: "s", text: "t", labId: lab.id, expiresAt: later },
  });
  await db().resetRequest.create({ data: { email: "a@x.example" } });
  await db().accountLink.create({
    data: {
      userId: owner.id,
      kind: "email",
      tokenHash: "b".repeat(64),
      email: "b@x.example",
      expiresAt: later,
    },
  });
  await db().savedView.create({
    data: { labId: lab.id, userId: editor.id, list: "models", name: "mine", query: "" },
  });
  await db().savedMapping.create({
    data: { labId: lab.id, name: "n", format: "f", layout: "l", answers: {} },
  });
}

/** A word of its own in every row of every column that is neither science nor without words. */
async function plant() {
  const columns = await db().$queryRaw<{ table: string; column: string; type: string; udt: string }[]>`
    SELECT c.table_name AS table, c.column_name AS column, c.data_type AS type, c.udt_name AS udt
    FROM information_schema.columns c JOIN information_schema.tables t
      ON t.table_name = c.table_name AND t.table_schema = c.table_schema AND t.table_type = 'BASE TABLE'
    WHERE c.table_schema = 'public' AND c.data_type IN ('text', 'ARRAY', 'jsonb', 'json', 'character varying')
    ORDER BY 1, 2`;
  for (const { table, column, type, udt } of columns) {
    const name = `${table}.${column}`;
    if (science.includes(name) || noWords.some((form) => form.test(name))) continue;
    const word = `${canary}-${table}-${column}`.toLowerCase();
    // unique where it must be, and an address where addresses are looked for
    const value = `'${word}-' || substr(md5(ctid::text), 1, 6)${/email|^to$/i.test(column) ? " || '@zqcanary.example'" : ""}`;
    const put =
      type === "ARRAY" ? (udt === "_text" ? `ARRAY[${value}]` : null)
      : type === "jsonb" ? `jsonb_build_object('${canary}', ${value})`
      : value; // prettier-ignore
    if (put === null) continue;
    await db().$executeRawUnsafe(`ALTER TABLE "${table}" DISABLE TRIGGER USER`);
    try {
      if ((await db().$executeRawUnsafe(`UPDATE "${table}" SET "${column}" = ${put}`)) > 0)
        planted.push(name);
    } catch (error) {
      refused.push(`${name}: ${String(error).slice(-200)}`);
    }
    await db().$executeRawUnsafe(`ALTER TABLE "${table}" ENABLE TRIGGER USER`);
  }
  // a slug has a form, and so has an ORCID iD that somebody verified
  await db().lab.update({ where: { id: of.lab.id }, data: { slug: `${canary}-slug` } });
}

const params = <P>(given: P) => ({ params: Promise.resolve(given) });
const at = (path: string) => new URL(path, env().NEXTAUTH_URL).href;
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());
const token = () => url.split("/").at(-1)!;

/** The public pages of the same dashboard, to compare with. */
async function published(): Promise<Map<string, Buffer>> {
  const { address, id } = await publish(of.lab.grant, {
    ...{ publication: null, dashboard: of.dashboard, version: 1, options: { measure: ["latency"] } },
    ...{ title: "What was found", abstract: "", notes: "", licence: "CC-BY-4.0" },
    authors: [
      { name: `${canary} author`, orcid: "0000-0002-1825-0097", affiliation: `${canary} affiliation` },
    ],
  });
  const files = new Map<string, Buffer>();
  const number = "1";
  const page = await getPublicPage(new Request(at(`/p/${address}/v/1`)), params({ address, number }));
  files.set("page", await bytesOf(page));
  for (const { id: panel } of of.document.panels)
    for (const [get, file] of [
      ...[[getPublicFigure, `${panel}.svg`] as const, [getPublicData, `${panel}.csv`] as const],
      ...[[getPublicData, `${panel}.parquet`] as const, [getPublicData, `${panel}.dictionary.csv`] as const],
    ]) {
      const response = await get(new Request(at(`/p/${file}`)), params({ address, number, file }));
      if (response.ok) files.set(file, await bytesOf(response));
    }
  const [version] = await db().publicationVersion.findMany({ where: { publicationId: id } });
  files.set("manifest", Buffer.from(version.manifest));
  for (const part of await db().publicationPart.findMany({ where: { publicationId: id } })) {
    files.set(part.hash, part.bytes ? gunzipSync(part.bytes) : Buffer.from(part.hash));
    files.set(`${part.hash} as text`, Buffer.from(part.hash));
  }
  return files;
}

beforeAll(async () => {
  of = await labWithDashboard("somebodys-lab");
  await fill(of);
  await plant();
  publicFiles = await published();
  const grant = await enterLab(of.lab.members.editor.id, `${canary}-slug`, "publication:publish");
  const input = {
    ...{ dashboard: of.dashboard, version: 1, title: "What was found", abstract: "In short" },
    ...{ replacements: [], withoutCitation: [], options: { measure: ["latency"] } },
  };
  const { warnings } = await blind.previewCopy(grant, input);
  expect(warnings.map(({ found }) => found)).toEqual([]);
  const made = await blind.createCopy(grant, { ...input, accepted: [], note: `${canary} note`, days: 30 });
  ({ url } = made);
  await blind.answer(grant, { link: made.link, panel: null, body: "We shall look." });
}, 90_000);

/** Everything that the pages link to, and what is behind the link besides, each answer as the bytes that come. */
async function crawl(): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>();
  const keep = async (name: string, response: Response) => {
    found.set(`headers of ${name}`, Buffer.from(JSON.stringify([...response.headers])));
    const bytes = await bytesOf(response);
    found.set(name, bytes);
    return bytes.toString("utf8");
  };
  const left = await getLink(new Request(url), params({ kind: "blind", token: token() }));
  const address = /^\/blind\/([a-z0-9]{12})$/.exec(left.headers.get("location")!)![1];
  const cookie = left.headers.get("set-cookie")!.split(";")[0];
  await keep("the link", left);
  const open = async (href: string) => {
    const path = new URL(href, at("/")).pathname.slice(`/blind/${address}`.length + 1);
    const request = new Request(at(href), { headers: { cookie } });
    return path
      ? getFile(request, params({ address, file: path.split("/") }))
      : getPage(request, params({ address }));
  };
  const waiting = [`/blind/${address}`];
  const seen = new Set(waiting);
  for (let href = waiting.shift(); href !== undefined; href = waiting.shift()) {
    const response = await open(href);
    expect([href, response.status]).toEqual([href, 200]);
    const type = response.headers.get("content-type")!;
    const text = await keep(href, response);
    if (!type.startsWith("text/html")) continue;
    for (const [, next] of text.matchAll(/(?:href|src|action)="([^"]*)"/g)) {
      const plain = next.replaceAll("&amp;", "&").replace(/#.*/, "");
      if (plain === "" || plain.endsWith("/comments") || /^(https:\/\/doi\.org\/|data:)/.test(plain))
        continue;
      expect(plain.startsWith(`/blind/${address}`), plain).toBe(true);
      if (!seen.has(plain)) waiting.push(plain);
      seen.add(plain);
    }
  }
  const post = (body: Record<string, string>) =>
    postComment(
      new Request(at(`/blind/${address}/comments`), {
        ...{ method: "POST", headers: { cookie, origin: at("/").slice(0, -1) } },
        body: new URLSearchParams(body),
      }),
      params({ address }),
    );
  await keep("a comment", await post({ as: "", panel: "panel-1", body: "Why?" }));
  await keep("a comment that is not taken", await post({ as: "Authors", panel: "", body: "" }));
  await keep("a panel that is not in it", await post({ as: "", panel: "curve", body: "x" }));
  await keep("the page with comments", await open(`/blind/${address}`));
  const asked = new Request(at(`/blind/${address}/comments`), { headers: { cookie } });
  const written = await keep("what was written", await getComments(asked, params({ address })));
  expect(written).toContain("We shall look.");
  await keep("what is not there", await open(`/blind/${address}/data/curve.csv`));
  for (const [name, bytes] of [...found]) {
    if (name.endsWith(".zip") && !name.startsWith("headers"))
      for (const [entry, inside] of Object.entries(unzipSync(bytes)))
        found.set(`${name} > ${entry}`, Buffer.from(inside));
  }
  for (const [name, bytes] of [...found])
    if (/\.parquet/.test(name) && !name.startsWith("headers"))
      found.set(`rows of ${name}`, Buffer.from(JSON.stringify(await rowsOf(bytes), writable)));
  return found;
}
const writable = (_: string, value: unknown) => (typeof value === "bigint" ? String(value) : value);
const rowsOf = (bytes: Buffer) => parquetReadObjects({ file: new Uint8Array(bytes).buffer as ArrayBuffer });

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
const hexIn = (bytes: Buffer) => bytes.toString("latin1").match(/[0-9a-f]{64}/g) ?? [];

describe("everything behind a blind link", () => {
  let all: Map<string, Buffer>;
  beforeAll(async () => {
    all = await crawl();
  }, 90_000);

  it("is a page, figures, numbers, methods, an archive and answers to comments", () => {
    const names = [...all.keys()];
    for (const ending of [
      ".svg",
      ".csv",
      ".parquet",
      "methods.md",
      "archive.zip",
      "> manifest.json",
      "> index.html",
      "> settings/2.html",
    ])
      expect(
        names.some((name) => name.endsWith(ending)),
        ending,
      ).toBe(true);
    expect(names.some((name) => name.includes("v.variable-1=latency"))).toBe(true);
    expect(new Set(of.document.panels.map(({ content }) => content.kind)).size).toBe(6);
  });

  it("says nothing that stands in a column about people, labs, files, comments or acts", () => {
    expect(refused).toEqual([]);
    expect(planted.length).toBeGreaterThan(25);
    for (const name of [
      ...["User.name", "User.email", "Lab.name", "Comment.body", "AuditEntry.objectName"],
      ...["AuditEntry.details", "Upload.fileName", "Invitation.email", "Session.userAgent", "Run.log"],
      ...["DatasetVersion.remarks", "DatasetVersion.source", "DatasetSubject.name", "Model.tags"],
    ])
      expect(planted).toContain(name);
    const hits = [...all].filter(([, bytes]) => bytes.toString("latin1").toLowerCase().includes(canary));
    expect(hits.map(([name]) => name)).toEqual([]);
    for (const word of [orcid, "0000-0002-1825-0097", "Lovelace mouse"])
      for (const [name, bytes] of all)
        expect(bytes.toString("latin1").includes(word), `${word} in ${name}`).toBe(false);
  });

  it("holds no id of the database", async () => {
    const tables = await db().$queryRaw<{ table: string }[]>`
      SELECT table_name AS table FROM information_schema.columns WHERE column_name = 'id' AND data_type = 'text'
        AND table_schema = 'public'`;
    const ids: string[] = [];
    for (const { table } of tables)
      for (const { id } of await db().$queryRawUnsafe<{ id: string }[]>(`SELECT id FROM "${table}"`))
        if (id.length >= 8) ids.push(id);
    expect(ids.length).toBeGreaterThan(50);
    for (const [name, bytes] of all) {
      const text = bytes.toString("latin1");
      expect(
        ids.filter((id) => text.includes(id)),
        name,
      ).toEqual([]);
    }
  });

  it("has no hash, and is no file, of the public page of the same dashboard", async () => {
    const known = new Set([...publicFiles.values()].flatMap((bytes) => [sha256(bytes), ...hexIn(bytes)]));
    for (const { hash } of await db().runResult.findMany({ select: { hash: true } })) known.add(hash);
    for (const { contentHash } of await db().datasetVersion.findMany()) known.add(contentHash);
    expect(known.size).toBeGreaterThan(20);
    for (const [name, bytes] of all) {
      if (bytes.length === 0) continue;
      expect(
        [sha256(bytes), ...hexIn(bytes)].filter((hash) => known.has(hash)),
        name,
      ).toEqual([]);
    }
  });

  it("is not there for whoever has no link, streams of the lab included", async () => {
    const cookie = `x=${token()}`;
    const asked = new Request(at(`/api/live?lab=${canary}-slug`), { headers: { cookie } });
    const live = await getLive(asked, params({}));
    expect(live.status).toBe(401);
    const address = token().slice(0, 12);
    expect((await getPage(new Request(at(`/blind/${address}`)), params({ address }))).status).toBe(404);
  });
});
