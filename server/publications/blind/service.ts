import { randomInt } from "node:crypto";
import type { z } from "zod";
import type {
  blindAnswerInput,
  BlindConversation,
  BlindCopy,
  blindCreateInput,
  BlindLink,
  blindLinkInput,
  blindMade,
  BlindPreview,
  blindPreviewInput,
} from "../../../contracts/blind";
import { publicationManifest } from "../../../contracts/publication";
import type { InLab } from "../../access/grant";
import { hashOfToken, reviewAddress, reviewToken } from "../../access/links";
import { getVersion } from "../../dashboards/service";
import { notFound, Problem } from "../../errors";
import { authorNames } from "../../labs/service";
import { makeCopy, panelsIn } from "./make/copy";
import { identitiesOf } from "./make/identity";
import { citationsOf, textsOf, warningsOf, worksIn } from "./make/warnings";
import * as store from "./store";

export {
  comment,
  openReview,
  type Review,
  reviewArchive,
  reviewComments,
  reviewMethods,
  reviewPanel,
  reviewPanels,
} from "./read/review";

type Without<Schema extends z.ZodType> = Omit<z.infer<Schema>, "lab">;
const dayMs = 24 * 60 * 60 * 1000;

/** What a copy in these words would still say of who made it. Throws not-found. */
export async function previewCopy(
  grant: InLab,
  input: Without<typeof blindPreviewInput>,
): Promise<BlindPreview> {
  return (await checkedCopy(grant, input)).preview;
}

async function checkedCopy(
  grant: InLab,
  { dashboard, version, ...wording }: Without<typeof blindPreviewInput>,
) {
  const { document } = await getVersion(grant, dashboard, version);
  const made = await makeCopy(grant, document, wording);
  const works = worksIn(made.frozen, document.references, wording.withoutCitation);
  const warnings = warningsOf(textsOf(made.manifest, panelsIn(made)), await identitiesOf(grant), works);
  const preview = { warnings, citations: citationsOf(works), missing: made.manifest.missing.length };
  return { made, preview };
}

/**
 * Makes the copy and a link to it, which is shown this once. Throws not-found, and refused while something may say whose it
 * is that nobody accepted.
 */
export async function createCopy(
  grant: InLab,
  { accepted, note, days, ...input }: Without<typeof blindCreateInput>,
): Promise<z.infer<typeof blindMade>> {
  const { made, preview } = await checkedCopy(grant, input);
  const open = preview.warnings.filter(({ key }) => !accepted.includes(key));
  if (open.length > 0)
    throw new Problem("refused", `“${open[0].found}” may say whose it is. ${open[0].why}`, {
      where: open[0].places[0]?.where ?? "copy",
      next: `Replace it, or say that it may stay. ${open.length} such place${open.length === 1 ? " is" : "s are"} open.`,
    });
  const slug = newSlug();
  const token = reviewToken(slug);
  const { copyId, linkId } = await store.insertCopy(
    grant,
    {
      ...{ slug, dashboardId: input.dashboard, dashboardVersion: input.version },
      ...{ title: made.manifest.title, manifest: made.text, hash: made.hash },
    },
    made.parts,
    newLink(token, note, days),
  );
  return { copy: await getCopy(grant, copyId), link: linkId, url: reviewAddress(token) };
}

const newLink = (token: string, note: string, days: number): store.NewLink => ({
  ...{ tokenHash: hashOfToken(token), note, expiresAt: new Date(Date.now() + days * dayMs) },
});

const letters = "abcdefghijklmnopqrstuvwxyz0123456789";
const newSlug = () => Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join("");

/** Newest first. Throws not-found. */
export async function listCopies(grant: InLab, dashboard: string): Promise<BlindCopy[]> {
  await getVersion(grant, dashboard, 1);
  return copiesOf(grant, await store.listCopies(grant, dashboard));
}

/** A link for one more reviewer; its conversation is its own. Throws not-found. */
export async function addLink(
  grant: InLab,
  { copy, note, days }: Without<typeof blindLinkInput>,
): Promise<z.infer<typeof blindMade>> {
  const found = await store.findSlug(grant, copy);
  if (!found) throw notFound("blind copy", copy);
  const token = reviewToken(found.slug);
  const link = await store.insertLink(grant, copy, newLink(token, note, days));
  if (link === null) throw notFound("blind copy", copy);
  return { copy: await getCopy(grant, copy), link, url: reviewAddress(token) };
}

/** Acts on the reviewer's next request, and on an archive that is on its way. Throws not-found. */
export async function revokeLink(grant: InLab, link: string): Promise<BlindLink> {
  const found = await conversationRow(grant, link);
  await store.revokeLink(grant, found.id);
  return (await conversation(grant, link)).link;
}

/** What a reviewer and the authors wrote to each other. Throws not-found. */
export async function conversation(grant: InLab, link: string): Promise<BlindConversation> {
  const { copy, comments, ...row } = await conversationRow(grant, link);
  const names = await authorNames(grant, [row.createdById, ...comments.map(({ authorId }) => authorId)]);
  return {
    copy: { id: copy.id, title: copy.title, dashboard: copy.dashboardId },
    link: linkOf(row, names(row.createdById)),
    panels: panelNames(copy.manifest),
    comments: comments.map(({ authorId, ...comment }) => ({
      ...{ ...comment, author: comment.pseudonym === null ? names(authorId) : null },
    })),
  };
}

/** The reviewer reads it as the authors'. Throws not-found, also for a panel that the copy does not have. */
export async function answer(
  grant: InLab,
  { link, panel, body }: Without<typeof blindAnswerInput>,
): Promise<BlindConversation> {
  const { copy, id: linkId } = await conversationRow(grant, link);
  if (panel !== null && !panelNames(copy.manifest).some(({ id }) => id === panel))
    throw notFound("panel", panel);
  await store.insertAnswer(grant, { linkId, copy }, { panel, body });
  return conversation(grant, link);
}

const panelNames = (manifest: string): BlindConversation["panels"] =>
  publicationManifest
    .parse(JSON.parse(manifest))
    .document.panels.map(({ id, title }, index) => ({ id, title: title || `Panel ${index + 1}` }));

async function conversationRow(grant: InLab, link: string) {
  const row = await store.findConversation(grant, link);
  if (!row) throw notFound("link", link);
  return row;
}

async function getCopy(grant: InLab, id: string): Promise<BlindCopy> {
  const row = await store.findCopy(grant, id);
  if (!row) throw notFound("blind copy", id);
  return (await copiesOf(grant, [row]))[0];
}

async function copiesOf(grant: InLab, rows: readonly store.CopyRecord[]): Promise<BlindCopy[]> {
  const names = await authorNames(
    grant,
    rows.flatMap(({ createdById, links }) => [createdById, ...links.map((link) => link.createdById)]),
  );
  return rows.map(({ createdById, links, ...copy }) => ({
    ...{ ...copy, author: names(createdById) },
    links: links.map((link) => linkOf(link, names(link.createdById))),
  }));
}

const linkOf = (
  { id, number, note, createdAt, expiresAt, revokedAt, lastUsedAt, _count }: store.LinkRecord,
  author: string | null,
): BlindLink => ({
  ...{ id, number, note, author, createdAt, expiresAt, revokedAt, lastUsedAt },
  state: revokedAt ? "revoked" : expiresAt.getTime() <= Date.now() ? "expired" : "open",
  comments: _count.comments,
});
