import { reviewInput } from "../../../../contracts/blind";
import { type PanelData, panelData } from "../../../../contracts/dashboard-panel";
import { publicationManifest, type PublicationManifest } from "../../../../contracts/publication";
import { jarOf } from "../../../access/cookie";
import { type BlindGrant, publicGrant } from "../../../access/grant";
import { hashOfToken, openedReview } from "../../../access/links";
import { Problem } from "../../../errors";
import { methodsOf } from "../../methods/methods";
import { archiveEntries, type Derived } from "../../archive/archive";
import { zipOf } from "../../../archive/service";
import * as store from "./store";

/** A blind copy as the holder of an open link reads it. */
export interface Review {
  readonly grant: BlindGrant;
  readonly address: string;
  readonly manifest: PublicationManifest;
  /** As it was hashed, and the hash. */
  readonly text: string;
  readonly hash: string;
}
export interface ReviewComment {
  /** What they go by; the lab is "Authors", whoever of it wrote. */
  readonly by: string;
  readonly panel: string | null;
  readonly body: string;
  /** To the day: an hour would say in which part of the world somebody works. */
  readonly day: string;
}

/** The same answer for a link that was never made, has ended, was revoked, and for no link at all. */
const nothing = () =>
  new Problem("not-found", "There is nothing to review here.", {
    ...{ where: "review" },
    next: "Open the link that you were given again. If it has ended, ask whoever gave it to you for another.",
  });

/** @param cookies of the request, which hold the link's token. Throws not-found. */
export async function openReview(cookies: string | null, address: string): Promise<Review> {
  const token = openedReview(jarOf(cookies));
  const grant = token && (await store.findLink(publicGrant(), address, hashOfToken(token)));
  const copy = grant && (await store.findCopy(grant));
  if (!grant || !copy) throw nothing();
  const manifest = publicationManifest.parse(JSON.parse(copy.manifest));
  return { grant, address, manifest, text: copy.manifest, hash: copy.hash };
}

/** Throws not-found for what the copy does not hold, and from the moment on at which the link ends. */
async function partOf({ grant }: Review, hash: string): Promise<Uint8Array> {
  const bytes = await store.findPart(grant, hash);
  if (!bytes) throw nothing();
  return bytes;
}

/** Data of one panel in one of the frozen settings. Throws not-found for a panel or a setting that the copy does not have. */
export async function reviewPanel(review: Review, setting: number, panel: string): Promise<PanelData> {
  const hash = review.manifest.settings[setting]?.panels[panel];
  if (hash === undefined) throw nothing();
  return panelData.parse(JSON.parse(Buffer.from(await partOf(review, hash)).toString("utf8")));
}
export async function reviewPanels(review: Review, setting: number): Promise<Record<string, PanelData>> {
  const { panels } = review.manifest.settings[setting];
  const data: Record<string, PanelData> = {};
  for (const id of Object.keys(panels)) data[id] = await reviewPanel(review, setting, id);
  return data;
}

/** How every number came about, of all settings. */
export async function reviewMethods(review: Review): Promise<string> {
  const panels: PanelData[] = [];
  for (const setting of review.manifest.settings.keys())
    panels.push(...Object.values(await reviewPanels(review, setting)));
  return methodsOf(review.manifest, panels);
}

/** `phasic reproduce` takes it. It holds nothing that is cited, and ends where the link ends. */
export function reviewArchive(review: Review, derived: readonly Derived[]): ReadableStream<Uint8Array> {
  const { manifest, text, hash, address } = review;
  return zipOf(
    archiveEntries({
      citable: { ...manifest, url: `urn:phasic:blind-copy:${address}`, hash },
      ...{ manifest, manifestText: text, withResults: false, derived },
      part: (part) => partOf(review, part),
    }),
    null,
  );
}

/** What this link's reviewer and the authors wrote, oldest first, and how the reviewer is called. */
export async function reviewComments({
  grant,
}: Review): Promise<{ readonly as: string; readonly comments: readonly ReviewComment[] }> {
  const [reviewer, rows] = [await store.findReviewer(grant), await store.findComments(grant)];
  if (!reviewer) throw nothing();
  const last = rows.findLast(({ pseudonym }) => pseudonym !== null)?.pseudonym;
  return {
    as: last ?? `Reviewer ${reviewer.number}`,
    comments: rows.map(({ pseudonym, panel, body, createdAt }) => ({
      ...{ by: pseudonym ?? "Authors", panel, body, day: createdAt.toISOString().slice(0, 10) },
    })),
  };
}

const mostComments = 300;

/** Throws not-found, also for a panel that the copy does not have; invalid; too-many. */
export async function comment(review: Review, given: unknown): Promise<void> {
  const parsed = reviewInput.safeParse(given);
  if (!parsed.success) {
    const [{ message, path }] = parsed.error.issues;
    throw new Problem("invalid", message, { where: String(path[0] ?? "comment") });
  }
  const { as, panel, body } = parsed.data;
  if (panel !== null && !review.manifest.document.panels.some(({ id }) => id === panel)) throw nothing();
  const pseudonym = as || (await reviewComments(review)).as;
  if (await store.insertComment(review.grant, { pseudonym, panel, body }, mostComments)) return;
  throw (await store.findReviewer(review.grant))
    ? new Problem("too-many", `This link holds ${mostComments} comments, as many as it may.`, {
        next: "Ask whoever gave you the link for another.",
      })
    : nothing();
}
