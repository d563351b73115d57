import { createHash, createHmac, randomBytes } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import type { BlindWording } from "../../../../contracts/blind";
import { canonicalJson } from "../../../../contracts/canonical-json";
import type { DashboardDocument } from "../../../../contracts/dashboard";
import { panelData } from "../../../../contracts/dashboard-panel";
import { history as historyContract, historyText } from "../../../../contracts/history";
import {
  type FrozenContent,
  publicationManifest,
  type PublicationManifest,
} from "../../../../contracts/publication";
import type { InLab } from "../../../access/grant";
import { freeze } from "../../freeze/freeze";
import type { Part } from "../../freeze/parts";
import { blindContent, datasetName, type Works } from "./content";
import { renamed } from "./document";
import { blindPanel } from "./panel";
import { createTelling, notAText } from "./telling";

export interface BlindPart {
  readonly hash: string;
  readonly gzip: Uint8Array<ArrayBuffer>;
}
export interface MadeCopy {
  readonly manifest: PublicationManifest;
  /** Canonical JSON, and its SHA-256. */
  readonly text: string;
  readonly hash: string;
  readonly parts: readonly BlindPart[];
  /** As it was frozen, under keys that are in no other copy. */
  readonly frozen: FrozenContent;
}

const leftOut = "(left out for blind review)";

/** Freezes the dashboard anew and tells it without anything of whose it is. Throws as `freeze` does. */
export async function makeCopy(
  grant: InLab,
  document: DashboardDocument,
  { title, abstract, options, replacements, withoutCitation }: BlindWording,
): Promise<MadeCopy> {
  const salt = randomBytes(32).toString("hex");
  const hashSalt = createHmac("sha256", salt).update("hashes").digest("hex");
  const { content, parts: frozenParts } = await freeze(grant, { document, options, salt });
  const without = worksOf(withoutCitation);
  const citations = content.datasets.flatMap(({ citation, doi, ...dataset }) =>
    without.datasets.has(datasetName(dataset))
      ? [citation, doi ?? ""].filter(Boolean).map((find) => ({ find, put: leftOut }))
      : [],
  );
  const telling = createTelling([...replacements, ...citations], hashSalt);
  const made = new Map<string, BlindPart>();
  const byFrozen = new Map(frozenParts.map((part) => [part.hash, part]));
  const json = (hash: string): string => {
    const value = jsonOf(byFrozen.get(hash)!);
    const history = historyContract.safeParse(value);
    const told = history.success
      ? { ...historyText({ ...history.data, source: "a recorded animal" }) }
      : blindPanel(panelData.parse(value), telling);
    const part = partOf(told, hashSalt);
    made.set(part.hash, part);
    return part.hash;
  };
  const manifest = publicationManifest.safeParse({
    ...blindContent(content, { telling, names: renamed(document), without, parts: { json } }),
    ...{ title: telling.words(title), abstract: telling.words(abstract), authors: [], notes: "" },
    ...{ licence: "LicenseRef-for-review-only", version: 1, hashSalt },
    // the day would tell when a lab made it
    publishedAt: `${new Date().getUTCFullYear()}-01-01T00:00:00.000Z`,
  } satisfies PublicationManifest);
  if (!manifest.success) throw notAText();
  const text = canonicalJson(manifest.data);
  const hash = createHash("sha256").update(text).digest("hex");
  return { manifest: manifest.data, text, hash, parts: [...made.values()], frozen: content };
}

/** Data of the panels, as their readers get it. */
export const panelsIn = ({ parts }: MadeCopy): unknown[] =>
  parts.map(({ gzip }) => JSON.parse(gunzipSync(gzip).toString("utf8")) as unknown);

const worksOf = (keys: readonly string[]): Works => {
  const of = (kind: string) =>
    new Set(keys.flatMap((key) => (key.startsWith(`${kind}:`) ? [key.slice(kind.length + 1)] : [])));
  return { datasets: of("dataset"), references: of("reference") };
};

function jsonOf({ from }: Part): unknown {
  if (!("gzip" in from)) throw new TypeError("Columns of results are no JSON.");
  return JSON.parse(gunzipSync(from.gzip).toString("utf8"));
}

/** The salt stands in the bytes, so that their hash is nobody else's; whoever reads them takes no notice of it. */
function partOf(value: object, salt: string): BlindPart {
  const bytes = Buffer.from(canonicalJson({ ...value, salt }));
  return {
    hash: createHash("sha256").update(bytes).digest("hex"),
    gzip: new Uint8Array(gzipSync(bytes)),
  };
}
