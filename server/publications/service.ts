import { createHash, randomBytes, randomInt } from "node:crypto";
import type { z } from "zod";
import { canonicalJson } from "../../contracts/canonical-json";
import {
  type publicationDetail,
  type PublicationDetail,
  publicationManifest,
  type PublicationManifest,
  type PublicationPreview,
  type publicationPreviewInput,
  type PublicationSummary,
  type PublicationVersion,
  type PublishInput,
  type withdrawInput,
} from "../../contracts/publication";
import type { Paging, Rows } from "../../contracts/list";
import type { InLab } from "../access/grant";
import { getVersion } from "../dashboards/service";
import { notFound, Problem } from "../errors";
import { authorNames } from "../labs/service";
import { readNumbered, readRows } from "../paging/service";
import { freeze } from "./freeze/freeze";
import { previewOf } from "./freeze/preview";
import * as store from "./store";
import { requireWilling } from "./wishes/service";

export { getWishes, setWish } from "./wishes/service";
export {
  findPublished,
  openVersion,
  publishedPart,
  type PublishedVersion,
  type Tombstone,
} from "./read/read";
export { tableFile } from "./read/table-file";

type Without<Schema extends z.ZodType> = Omit<z.infer<Schema>, "lab">;

/** Newest first, withdrawn ones too. */
export const listPublications = (
  grant: InLab,
  { dashboard, ...paging }: Paging & { dashboard?: string },
): Promise<Rows<PublicationSummary>> =>
  readRows(
    grant,
    store.listing(grant, dashboard),
    paging,
    async (ids) => summaries(grant, await store.findPublications(grant, ids)),
    ({ id }) => id,
  );

/** Its versions, newest first. Throws not-found. */
export async function listVersions(
  grant: InLab,
  id: string,
  paging: Paging,
): Promise<Rows<PublicationVersion>> {
  const { _count } = await existing(grant, id);
  return readNumbered(
    paging,
    async (before, take) => versionsOf(grant, await store.listVersions(grant, id, before, take)),
    _count.versions,
  );
}

/** Throws not-found. */
export async function getPublication(grant: InLab, id: string): Promise<PublicationDetail> {
  const row = await existing(grant, id);
  const [summary] = await summaries(grant, [row]);
  const manifest = await manifestOf(grant, id, summary.versions[0].number);
  return {
    ...summary,
    front: frontOf(manifest),
    missing: manifest.missing,
    settings: manifest.settings.length,
  };
}

/** Throws not-found for the dashboard or its version. */
export async function preview(
  grant: InLab,
  { dashboard, version }: Without<typeof publicationPreviewInput>,
): Promise<PublicationPreview> {
  return previewOf(grant, (await getVersion(grant, dashboard, version)).document);
}

/**
 * Freezes a version of a dashboard under a public address of its own, or as the next version of a publication. Throws
 * not-found, invalid for settings that the dashboard does not have and authors who take no part, and conflict where somebody published in between.
 */
export async function publish(
  grant: InLab,
  { publication, dashboard, version, options, ...front }: Omit<PublishInput, "lab">,
  slug = newAddress(),
): Promise<PublicationSummary> {
  await requireWilling(grant, front.authors);
  const { document } = await getVersion(grant, dashboard, version);
  const known = publication === null ? null : await store.findSalt(grant, publication);
  if (publication !== null && !known) throw notFound("publication", publication);
  if (known?.dashboardId && known.dashboardId !== dashboard)
    throw new Problem("refused", "This publication is of another dashboard.", { where: "dashboard" });
  const salt = known?.salt ?? randomBytes(32).toString("hex");
  const { content, parts } = await freeze(grant, { document, options, salt });
  const number = 1 + Math.max(0, ...(known?.versions ?? []).map((one) => one.number));
  const manifest = canonicalJson(
    publicationManifest.parse({
      ...{ ...content, ...front, version: number, publishedAt: new Date().toISOString() },
    } satisfies PublicationManifest),
  );
  const id = await store.insertVersion(grant, publication ?? { dashboardId: dashboard, slug, salt }, {
    ...{ number, title: front.title, notes: front.notes, dashboardVersion: version, manifest, parts },
    ...{ hash: createHash("sha256").update(manifest).digest("hex"), missing: content.missing },
  });
  if (id === null)
    throw new Problem("conflict", "Somebody published a version of it while you did.", {
      where: "publication",
      next: "Look at theirs, then publish yours as the next one. Nothing you wrote is lost.",
    });
  return summary(grant, id);
}

/** Its address then says that it was there, and why it is not. Throws not-found. */
export async function withdraw(
  grant: InLab,
  { id, reason }: Without<typeof withdrawInput>,
): Promise<PublicationSummary> {
  await existing(grant, id);
  await store.setWithdrawn(grant, id, reason);
  return summary(grant, id);
}

/** Takes a withdrawal back. Throws not-found. */
export async function restore(grant: InLab, id: string): Promise<PublicationSummary> {
  await existing(grant, id);
  await store.setWithdrawn(grant, id, null);
  return summary(grant, id);
}

/** Twelve letters and digits: nobody guesses one of 36^12. */
const letters = "abcdefghijklmnopqrstuvwxyz0123456789";
export const newAddress = () => Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join("");

const manifestOf = async (grant: InLab, id: string, number: number): Promise<PublicationManifest> => {
  const row = await store.findManifest(grant, id, number);
  if (!row) throw notFound("version", String(number));
  return publicationManifest.parse(JSON.parse(row.manifest));
};

const frontOf = ({
  title,
  abstract,
  authors,
  licence,
  notes,
}: PublicationManifest): z.infer<typeof publicationDetail>["front"] => ({
  ...{ title, abstract, authors, licence, notes },
});

async function existing(grant: InLab, id: string): Promise<store.PublicationRecord> {
  const row = await store.findPublication(grant, id);
  if (!row) throw notFound("publication", id);
  return row;
}

const summary = async (grant: InLab, id: string) => (await summaries(grant, [await existing(grant, id)]))[0];

async function summaries(
  grant: InLab,
  rows: readonly store.PublicationRecord[],
): Promise<PublicationSummary[]> {
  return Promise.all(
    rows.map(async ({ withdrawnAt, withdrawnReason, versions, slug, _count, ...row }) => ({
      ...{ ...row, address: slug },
      withdrawn: withdrawnAt && { at: withdrawnAt, reason: withdrawnReason ?? "" },
      versions: await versionsOf(grant, versions),
      versionCount: _count.versions,
    })),
  );
}

async function versionsOf(
  grant: InLab,
  versions: store.PublicationRecord["versions"],
): Promise<PublicationVersion[]> {
  const authors = await authorNames(
    grant,
    versions.map(({ publishedById }) => publishedById),
  );
  return versions.map(({ publishedById, ...version }) => ({ ...version, author: authors(publishedById) }));
}
