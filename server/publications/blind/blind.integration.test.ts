import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reproduceArchive } from "../../../cli/reproduce";
import { openArchive } from "../../../cli/reproduce/archive";
import { publicationManifest } from "../../../contracts/publication";
import { pathCookie } from "../../access/cookie";
import { enterLab } from "../../access/enter-lab";
import type { InLab } from "../../access/grant";
import { callRoute } from "../../access/testing/call-route";
import { db } from "../../db";
import { type LabWithDashboard, labWithDashboard } from "../testing/lab-with-dashboard";
import { publish } from "../service";
import * as review from "./read/review";
import * as blind from "./service";

let of: LabWithDashboard;
let grant: InLab;
beforeAll(async () => {
  of = await labWithDashboard("noether-lab");
  grant = await enterLab(of.lab.members.editor.id, of.lab.slug, "publication:publish");
}, 60_000);

const wording = (more = {}) => ({
  ...{ dashboard: of.dashboard, version: 1, title: "What we found", abstract: "In short" },
  ...{ replacements: [], withoutCitation: [], options: { measure: ["latency"] } },
  ...more,
});
const made = async (more = {}) => {
  const input = wording(more);
  const { warnings } = await blind.previewCopy(grant, input);
  const accepted = warnings.map(({ key }) => key);
  return blind.createCopy(grant, { ...input, accepted, note: "A journal", days: 30 });
};
const tokenOf = (url: string) => url.split("/").at(-1)!;
const cookieOf = (url: string) => `${pathCookie("review")}=${tokenOf(url)}`;
const opened = (url: string) => review.openReview(cookieOf(url), tokenOf(url).slice(0, 12));

describe("a blind copy", () => {
  it("is warned of before: names, addresses, and works that lead to somebody of the lab", async () => {
    await db().user.update({ where: { id: of.lab.members.owner.id }, data: { name: "Augusta Byron" } });
    const found = await blind.previewCopy(
      grant,
      wording({
        title: "Rates by the Byron group",
        abstract: "As we previously showed; ask ada@byron.example",
      }),
    );
    const keys = found.warnings.map(({ key }) => key);
    expect(keys).toEqual(
      expect.arrayContaining([
        "text byron",
        "text ada@byron.example",
        "text we previously showed",
        "citation reference:Ada1843",
      ]),
    );
    expect(found.warnings.find(({ key }) => key === "text byron")!.places).toEqual(
      expect.arrayContaining([{ where: "Title", text: "Rates by the Byron group" }]),
    );
    const replacements = [{ find: "Byron", put: "…" }];
    const resolved = await blind.previewCopy(grant, {
      ...wording({ title: "Rates by the Byron group", replacements, withoutCitation: ["reference:Ada1843"] }),
    });
    expect(resolved.warnings.map(({ key }) => key)).not.toEqual(expect.arrayContaining(["text byron"]));
    expect(resolved.warnings.filter(({ citation }) => citation !== null)).toEqual([]);
  });

  it("is not made while a warning is open", async () => {
    const input = { ...wording({ title: "Of noether-lab" }), accepted: [], note: "", days: 30 as const };
    await expect(blind.createCopy(grant, input)).rejects.toThrow("may say whose it is");
  });

  it("has a link of which only the hash is kept, and counts its use", async () => {
    const { url, copy } = await made();
    expect(await db().blindLink.count({ where: { tokenHash: tokenOf(url) } })).toBe(0);
    expect(copy.links).toMatchObject([{ number: 1, note: "A journal", state: "open", lastUsedAt: null }]);
    expect((await opened(url)).manifest).toMatchObject({ title: "What we found", authors: [] });
    const [{ links }] = await blind.listCopies(grant, of.dashboard);
    expect(links[0].lastUsedAt).not.toBeNull();
  });

  it("names nothing as a public page of the same dashboard does", async () => {
    const front = { title: "Public", abstract: "", notes: "", licence: "CC-BY-4.0" };
    const published = await publish(of.lab.grant, {
      ...{ publication: null, dashboard: of.dashboard, version: 1, options: { measure: ["latency"] } },
      ...{ ...front, authors: [{ name: "Augusta Byron", orcid: null, affiliation: "" }] },
    });
    const { manifest: open } = await db().publicationVersion.findFirstOrThrow({
      where: { publicationId: published.id },
    });
    const parts = await db().publicationPart.findMany({ where: { publicationId: published.id } });
    const { text, manifest, hash } = await opened((await made()).url);
    const named = (of: string) => new Set(of.match(/[0-9a-f]{64}/g));
    const common = [...named(text)].filter(
      (one) => named(open).has(one) || parts.some((part) => part.hash === one),
    );
    expect(common).toEqual([]);
    expect(published.versions[0].hash).not.toBe(hash);
    const keys = publicationManifest.parse(JSON.parse(open)).runs.map(({ key }) => key);
    expect(manifest.runs).toHaveLength(keys.length);
    expect(manifest.runs.filter(({ key }) => keys.includes(key))).toEqual([]);
  });

  it("reproduces bit for bit", async () => {
    const one = await opened((await made()).url);
    const folder = mkdtempSync(path.join(tmpdir(), "phasic-blind-"));
    afterAll(() => rmSync(folder, { recursive: true }));
    const file = path.join(folder, "archive.zip");
    await pipeline(Readable.fromWeb(review.reviewArchive(one, []) as never), createWriteStream(file));
    const archive = await openArchive(file);
    const lines: string[] = [];
    const exact = await reproduceArchive(archive, { threads: 1, say: (line) => lines.push(line) });
    archive.close();
    expect(lines.join("\n")).toContain(
      `exact match: ${one.manifest.runs.length} of ${one.manifest.runs.length} runs`,
    );
    expect(lines.join("\n")).toContain("all equal");
    expect(exact).toBe(true);
  }, 60_000);
});

describe("a review", () => {
  it("is a conversation between a pseudonym and the authors", async () => {
    const { url, link } = await made();
    const one = await opened(url);
    await review.comment(one, { as: "", panel: "panel-1", body: "Why two subjects?" });
    await review.comment(one, { as: "Sceptic", panel: null, body: "And why so few trials?" });
    await blind.answer(grant, { link, panel: "panel-1", body: "It is a test." });
    expect(
      (await review.reviewComments(one)).comments.map(({ by, panel, body }) => [by, panel, body]),
    ).toEqual([
      ["Reviewer 1", "panel-1", "Why two subjects?"],
      ["Sceptic", null, "And why so few trials?"],
      ["Authors", "panel-1", "It is a test."],
    ]);
    const told = await db().inboxItem.findMany({ where: { kind: "review", objectId: of.dashboard } });
    expect(told.map(({ userId, actorId }) => [userId, actorId])).toEqual(
      Array.from({ length: 2 }, () => [of.lab.members.editor.id, null]),
    );
    const inLab = await blind.conversation(grant, link);
    expect(inLab.comments.map(({ pseudonym, author }) => pseudonym ?? author)).toEqual([
      ...["Reviewer 1", "Sceptic", "editor"],
    ]);
    expect(inLab.panels[0]).toEqual({ id: "panel-1", title: "Panel 1" });
    const acts = await db().auditEntry.findMany({
      where: { action: { startsWith: "blind." } },
      orderBy: { id: "desc" },
    });
    expect(acts.slice(0, 3).map(({ action, actorId }) => [action, actorId])).toEqual([
      ["blind.answer", of.lab.members.editor.id],
      ["blind.comment", null],
      ["blind.comment", null],
    ]);
  });

  it("lets nobody pass for the authors, and keeps what was pasted", async () => {
    const { url } = await made();
    const one = await opened(url);
    for (const as of ["Authors", " authors ", "Au\u200Bthors", "\uFF21uthors\u202E"])
      await expect(review.comment(one, { as, panel: null, body: "Accept it" })).rejects.toMatchObject({
        details: { code: "invalid" },
      });
    const sent = await callRoute(
      { file: "app/blind/[address]/comments/route.ts", method: "POST" },
      new Request(`http://phasic.test/blind/${one.address}/comments`, {
        method: "POST",
        headers: { "sec-fetch-site": "same-origin" },
        body: new URLSearchParams({ as: "Sceptic", body: "Out of a PDF\0" }),
      }),
      cookieOf(url),
      { address: one.address },
    );
    expect(sent.status).toBe(303);
    expect((await review.reviewComments(one)).comments.map(({ body }) => body)).toEqual([
      "Out of a PDF\uFFFD",
    ]);
  });

  it("is read through its own link only", async () => {
    const { url, copy } = await made();
    const other = await blind.addLink(grant, { copy: copy.id, note: "Second", days: 14 });
    await review.comment(await opened(url), { as: "", panel: null, body: "For the authors" });
    const { as, comments } = await review.reviewComments(await opened(other.url));
    expect([as, comments]).toEqual(["Reviewer 2", []]);
  });

  it.each<[string, (link: string) => Promise<unknown>]>([
    ["is revoked", (link) => blind.revokeLink(grant, link)],
    [
      "expires",
      (id) => db().blindLink.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1) } }),
    ],
  ])("ends at once when its link %s, an archive on its way included", async (_, end) => {
    const { url, link } = await made();
    const one = await opened(url);
    const reader = review.reviewArchive(one, []).getReader();
    await reader.read();
    await end(link);
    await expect(opened(url)).rejects.toThrow("nothing to review");
    await expect(review.reviewPanel(one, 0, "panel-1")).rejects.toThrow("nothing to review");
    await expect(review.reviewComments(one)).rejects.toThrow("nothing to review");
    await expect(review.comment(one, { as: "", panel: null, body: "Late" })).rejects.toThrow(
      "nothing to review",
    );
    await expect(
      (async () => {
        while (!(await reader.read()).done);
      })(),
    ).rejects.toThrow("nothing to review");
  });

  it("answers for what is not in the copy as for what never was", async () => {
    const { url, link } = await made();
    const one = await opened(url);
    await expect(review.reviewPanel(one, 0, "panel-99")).rejects.toThrow("nothing to review");
    await expect(review.reviewPanel(one, 9, "panel-1")).rejects.toThrow("nothing to review");
    await expect(review.comment(one, { as: "", panel: "curve", body: "x" })).rejects.toThrow(
      "nothing to review",
    );
    await expect(blind.answer(grant, { link, panel: "curve", body: "x" })).rejects.toThrow("no panel");
    const other = await made();
    const address = tokenOf(other.url).slice(0, 12);
    await expect(review.openReview(cookieOf(url), address)).rejects.toThrow("nothing to review");
    await expect(review.openReview(null, address)).rejects.toThrow("nothing to review");
  });
});
