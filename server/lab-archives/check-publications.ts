import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { panelData } from "../../contracts/dashboard-panel";
import { publicationManifest, resultColumns } from "../../contracts/publication";
import { ArchiveProblem } from "../../formats/zip/read-zip";
import type { Connection } from "./store";

const sha256 = (bytes: string | Uint8Array) => createHash("sha256").update(bytes).digest("hex");
/** Bytes of a part, unpacked. */
const mostPart = 200e6;

/**
 * Anybody reads publications, by hashes that stand for every number: what does not have the content of its hash, or is not
 * what a page is written from, is refused. Throws ArchiveProblem.
 */
export async function checkPublications(on: Connection, labId: string): Promise<void> {
  const wrong = (what: string) =>
    new ArchiveProblem(`${what} of a publication does not have the content that its hash names.`);
  const unreadable = (what: string) => new ArchiveProblem(`${what} of a publication cannot be read.`);
  for (const { id } of await on.rows<{ id: string }>(`SELECT id FROM "Publication" WHERE "labId" = $1`, [
    labId,
  ])) {
    const shown = new Set<string>();
    const versions = await on.rows<{ manifest: string; hash: string }>(
      `SELECT manifest, hash FROM "PublicationVersion" WHERE "publicationId" = $1`,
      [id],
    );
    for (const { manifest, hash } of versions) {
      if (sha256(manifest) !== hash) throw wrong("A version");
      const parsed = publicationManifest.safeParse(jsonOf(manifest));
      if (!parsed.success) throw unreadable("A version");
      for (const { panels } of parsed.data.settings)
        for (const part of Object.values(panels)) shown.add(part);
    }
    for (const { hash, column } of await on.rows<{ hash: string; column: string | null }>(
      `SELECT hash, "column" FROM "PublicationPart" WHERE "publicationId" = $1`,
      [id],
    )) {
      const bytes = await partOf(on, id, hash, column);
      if (!bytes || sha256(bytes) !== hash) throw wrong("A part");
      if (shown.has(hash) && !panelData.safeParse(jsonOf(Buffer.from(bytes).toString("utf8"))).success)
        throw unreadable("A part");
    }
  }
}

async function partOf(
  on: Connection,
  publication: string,
  hash: string,
  column: string | null,
): Promise<Uint8Array | null> {
  if (column !== null && !resultColumns.some((known) => known === column)) return null;
  const [{ bytes, packed }] = await on.rows<{ bytes: Buffer | null; packed: boolean }>(
    column === null
      ? `SELECT bytes, true AS packed FROM "PublicationPart" WHERE "publicationId" = $1 AND hash = $2`
      : `SELECT r."${column}" AS bytes, false AS packed FROM "PublicationPart" p LEFT JOIN "RunResult" r ON r.id = p."resultId"
         WHERE p."publicationId" = $1 AND p.hash = $2`,
    [publication, hash],
  );
  if (!bytes || !packed) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: mostPart });
  } catch {
    return null;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
