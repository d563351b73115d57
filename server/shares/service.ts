import type { z } from "zod";
import { type Use, uses } from "../../contracts/licence";
import type { Paging, Rows } from "../../contracts/list";
import type { ModelSummary } from "../../contracts/model";
import type {
  Departure,
  OpenShare,
  origin,
  PendingShare,
  ReceivedShare,
  shareAnswer,
  shareChangeInput,
  shareForkInput,
  shareOfferInput,
  shareOffered,
  ShareState,
  ShareSummary,
} from "../../contracts/share";
import { shareDays } from "../../contracts/share";
import { licenceRefusal } from "../../contracts/licence";
import type { ObjectKind, ObjectRef } from "../../contracts/object";
import {
  type InLab,
  type LabGrant,
  type PublicGrant,
  type ShareGrant,
  systemGrantIn,
  type SystemLabGrant,
} from "../access/grant";
import { hashOfToken, linkAddress, type Links, newToken } from "../access/links";
import { may } from "../access/permissions";
import { notFound, Problem } from "../errors";
import { authorNames } from "../labs/service";
import { copyModel, getVersions } from "../models/service";
import { resolveObject, resolveObjects } from "../objects/service";
import { objectKey } from "../../contracts/object";
import { readRows } from "../paging/service";
import { enterShare, refOf, refusalOf, requireUse } from "./enter";
import * as leave from "./leave/store";
import * as store from "./store";

export { enterShare, labsThatSee, takeAway } from "./enter";

type Without<Schema extends z.ZodType> = Omit<z.infer<Schema>, "lab">;
const dayMs = 24 * 60 * 60 * 1000;

/** What this lab shares and shared, all or of one object, and what left through it. */
export const listGiven = (
  grant: LabGrant,
  { object, onlyOpen = false, ...paging }: Paging & { object?: ObjectRef; onlyOpen?: boolean },
): Promise<Rows<ShareSummary>> =>
  readRows(
    grant,
    store.givenListing(grant, object, onlyOpen),
    paging,
    async (ids) => summaries(grant, await store.findAllGiven(grant, ids)),
    ({ id }) => id,
  );

/** What left through a share of this lab, the newest first. Throws not-found. */
export async function listDepartures(grant: LabGrant, id: string, paging: Paging): Promise<Rows<Departure>> {
  if (!(await store.findGiven(grant, id))) throw notFound("share", id);
  const read = async (ids: readonly string[]) =>
    (await leave.findDepartures(grant, ids)).map(({ objectKind, objectName, toLab, ...row }) => ({
      ...{ ...row, kind: objectKind as ObjectKind, name: objectName ?? "", lab: toLab?.name ?? null },
    }));
  return readRows(grant, leave.departureListing(grant, id), paging, read, (row) => row.id);
}

/**
 * Offers an object to one other lab: to the lab at an address, whether or not there is one, or to whichever lab takes up the
 * link, which is shown this once. It counts when that lab accepts. Throws not-found, and invalid where a consent goes beyond
 * the licence.
 */
export async function offer(
  grant: LabGrant,
  { object, to, ...terms }: Without<typeof shareOfferInput>,
): Promise<z.infer<typeof shareOffered>> {
  checkTerms(terms);
  if (to === grant.labSlug)
    throw invalid("to", "This is your own lab: its members see everything in it already.");
  const { name } = await resolveObject(grant, object);
  const token = to === null ? newToken() : null;
  const id = await store.insertShare(grant, {
    ...{ object, name, terms, toSlug: to, tokenHash: token && hashOfToken(token) },
    offeredUntil: new Date(Date.now() + shareDays * dayMs),
  });
  return { share: await given(grant, id), url: token && linkAddress("share", token) };
}

/** Acts on the other lab's next request. Throws not-found, and invalid where a consent goes beyond the licence. */
export async function changeTerms(
  grant: LabGrant,
  { id, ...terms }: Without<typeof shareChangeInput>,
): Promise<ShareSummary> {
  checkTerms(terms);
  const { object } = await given(grant, id);
  if (!(await store.changeTerms(grant, id, terms, object.name ?? ""))) throw notFound("share", id);
  return given(grant, id);
}

/** Ends it on the other lab's next request; the answer lists what had left by then. Throws not-found. */
export async function revoke(grant: LabGrant, id: string): Promise<ShareSummary> {
  const { object } = await given(grant, id);
  await store.revoke(grant, id, object.name ?? "");
  return given(grant, id);
}

/** Shares that this lab accepted; with those offered to its address, for whoever may accept them. */
export const listReceived = (grant: LabGrant, paging: Paging): Promise<Rows<ReceivedShare>> =>
  readRows(
    grant,
    store.receivedListing(grant, may(grant.role, "share:manage")),
    paging,
    async (ids) => received(grant, await store.findAllReceived(grant, ids)),
    ({ id }) => id,
  );

async function received(grant: LabGrant, rows: readonly store.ShareRow[]): Promise<ReceivedShare[]> {
  const names = await namesByLab(rows);
  return rows.map((row) => {
    const name = names.get(keyOf(row)) ?? null;
    const { id, level, mayFork, mayExport, mayPublish, licence, offeredUntil, acceptedAt } = row;
    const href = acceptedAt && name !== null ? `/lab/${grant.labSlug}/shared/${id}` : null;
    return {
      ...{ id, level, mayFork, mayExport, mayPublish, licence, offeredUntil, acceptedAt },
      ...{ from: row.lab.name, object: { ref: refOf(row), name, href } },
      state: acceptedAt ? "accepted" : "offered",
    };
  });
}

/** The places in which this lab reads what that one shares with it, as in addresses. */
export async function placesOf(grant: LabGrant, labId: string): Promise<string[]> {
  return (await store.listAcceptedFrom(grant, labId)).map(({ id }) => `${grant.labSlug}/shared/${id}`);
}

/** Takes up an offer to this lab's address. Throws not-found where there is none any more. */
export async function acceptOffer(grant: LabGrant, id: string): Promise<ReceivedShare> {
  const { outcome } = await store.accept(grant, { id }, nameInItsLab);
  const row = outcome === "accepted" ? await store.findAccepted(grant, id) : null;
  if (!row) throw notFound("share", id);
  return (await received(grant, [row]))[0];
}

/** Takes up the offer whose link this browser opened, for this lab. */
export async function acceptLink(grant: LabGrant, links: Links): Promise<z.infer<typeof shareAnswer>> {
  const token = links.token("share");
  if (token === null) return { outcome: "gone", id: null };
  const answer = await store.accept(grant, { tokenHash: hashOfToken(token) }, nameInItsLab);
  if (answer.outcome !== "own") links.drop("share");
  return { outcome: answer.outcome, id: answer.outcome === "accepted" ? answer.id : null };
}

/** Declines an offer, or gives back what was accepted. Throws not-found. */
export async function endShare(grant: LabGrant, id: string): Promise<void> {
  const row = await store.findReceived(grant, id);
  if (!row || !(await store.end(grant, id, await nameInItsLab(row)))) throw notFound("share", id);
}

/** What the link that this browser opened offers; null without one. */
export async function pendingShare(grant: PublicGrant, links: Links): Promise<PendingShare | null> {
  const token = links.token("share");
  const row = token === null ? null : await store.findByToken(grant, hashOfToken(token));
  if (!row) return null;
  const object = (await namesByLab([row])).get(keyOf(row)) ?? null;
  return {
    ...{ from: row.lab.name, object, kind: row.objectKind as ObjectKind, state: stateOf(row) },
    offeredUntil: row.offeredUntil,
  };
}

/** What the pages of a place say of it. */
export async function openShare(grant: ShareGrant): Promise<OpenShare> {
  const [row, terms] = [await store.findOpen(grant), await store.findTerms(grant)];
  if (!terms) throw notFound("share", grant.shareId);
  const { ref, name, href } = await resolveObject(grant, refOf(row));
  return {
    ...{ id: row.id, from: row.lab.name, object: { ref, name, href }, licence: terms.licence },
    mayComment: terms.level === "comment",
    refusals: Object.fromEntries(uses.map((use) => [use, refusalOf(terms, use)])) as OpenShare["refusals"],
  };
}

/** A model of this lab that begins as a copy of a version that another lab shares. Throws not-found, forbidden, conflict. */
export async function forkModel(
  grant: LabGrant,
  { id, versionId, name }: Without<typeof shareForkInput>,
): Promise<ModelSummary> {
  const share = await enterShare(grant, id, "model:read");
  const [version] = await getVersions(share, [versionId]);
  if (!version) throw notFound("model version", versionId);
  const { licence } = await requireUse(share, "fork");
  const object = { kind: "model" as const, id: version.modelId, name: version.modelName };
  return copyModel(grant, version, name, (tx, madeId) =>
    leave.recordFork(share, tx, { object, licence }, { id: madeId, name }),
  );
}

/** Where a fork of this lab came from, when another lab let it out; null where none did. */
export async function originOf(grant: LabGrant, object: ObjectRef): Promise<z.infer<typeof origin>> {
  await resolveObject(grant, object);
  const row = await leave.findOrigin(grant, object);
  return row && { lab: row.lab?.name ?? null, name: row.objectName, licence: row.licence, at: row.at };
}

function checkTerms({
  licence,
  ...consents
}: Pick<ShareSummary, "licence" | "mayFork" | "mayExport" | "mayPublish">): void {
  const wanted: [Use, boolean][] = [
    ["fork", consents.mayFork],
    ["export", consents.mayExport],
    ["publish", consents.mayPublish],
  ];
  for (const [use, agreed] of wanted) {
    const refusal = agreed ? licenceRefusal(licence, use) : null;
    if (refusal) throw invalid("licence", `${refusal} Choose another licence, or do not agree to this.`);
  }
}

const invalid = (field: string, message: string) =>
  new Problem("invalid", "This cannot be shared so.", { where: field, fields: { [field]: [message] } });

async function given(grant: LabGrant, id: string): Promise<ShareSummary> {
  const row = await store.findGiven(grant, id);
  if (!row) throw notFound("share", id);
  return (await summaries(grant, [row]))[0];
}

async function summaries(grant: LabGrant, rows: readonly store.GivenRow[]): Promise<ShareSummary[]> {
  const [found, names] = await Promise.all([
    resolveObjects(grant, rows.map(refOf)),
    authorNames(
      grant,
      rows.map(({ createdById }) => createdById),
    ),
  ]);
  return rows.map((row) => {
    const { id, level, mayFork, mayExport, mayPublish, licence, createdAt, offeredUntil, acceptedAt } = row;
    const object = found.get(objectKey(refOf(row)));
    return {
      ...{ id, level, mayFork, mayExport, mayPublish, licence, createdAt, offeredUntil, acceptedAt },
      object: { ref: refOf(row), name: object?.name ?? null, href: object?.href ?? null },
      ...{
        lab: row.toLab?.name ?? null,
        to: row.toSlug,
        state: stateOf(row),
        author: names(row.createdById),
      },
      endedAt: row.revokedAt ?? row.endedAt,
      departures: row._count.departures,
    };
  });
}

function stateOf(row: store.ShareRow): ShareState {
  if (row.revokedAt) return "revoked";
  if (row.endedAt) return "ended";
  if (row.acceptedAt) return "accepted";
  return row.offeredUntil <= new Date() ? "expired" : "offered";
}

const grantOf = (row: store.ShareRow): SystemLabGrant => systemGrantIn(row.lab, "shares: names of objects");
const keyOf = (row: store.ShareRow) => `${row.lab.id} ${objectKey(refOf(row))}`;

/** What other labs call the objects that they share. */
async function namesByLab(rows: readonly store.ShareRow[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const lab of new Map(rows.map((row) => [row.lab.id, row])).values()) {
    const own = rows.filter((row) => row.lab.id === lab.lab.id);
    const found = await resolveObjects(grantOf(lab), own.map(refOf));
    for (const row of own) {
      const object = found.get(objectKey(refOf(row)));
      if (object) names.set(keyOf(row), object.name);
    }
  }
  return names;
}

const nameInItsLab = async (row: store.ShareRow): Promise<string> =>
  (await namesByLab([row])).get(keyOf(row)) ?? "";

/** Of the asked model versions, those that this lab has from another one which did not agree to their being published. */
export async function modelsNotForPublic(
  grant: InLab,
  versions: readonly string[],
): Promise<{ readonly id: string; readonly name: string; readonly why: string }[]> {
  return (await leave.findForked(grant, versions)).flatMap(({ id, name, licence, mayPublish }) => {
    const why = mayPublish
      ? licenceRefusal(licence, "publish")
      : "It is a fork from another lab, which did not agree that it is published.";
    return why ? [{ id, name, why }] : [];
  });
}
