import { createHash } from "node:crypto";
import { ZodError } from "zod";
import { publicationManifest, type PublicationManifest } from "../../contracts/publication";
import { ArchiveProblem, openZip } from "../../formats/zip/read-zip";

/** A publication's archive, its paths and sizes checked. */
export interface Archive {
  readonly manifest: PublicationManifest;
  /** SHA-256 of the manifest: what the publication's page shows. */
  readonly hash: string;
  /** Files that do not have the content that their name, or ro-crate-metadata.json, says. */
  readonly altered: readonly string[];
  /** The bytes as they are, altered or not; null where the archive names the part by its hash only. */
  part(hash: string): Promise<Uint8Array | null>;
  close(): void;
}

const limits = { entries: 100_000, entryBytes: 256e6, totalBytes: 8e9 };
const partPath = /^parts\/([0-9a-f]{64})\.(?:json|bin)$/;
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** Throws ArchiveProblem where this is no archive of a publication. */
export async function openArchive(file: string): Promise<Archive> {
  const zip = await openZip(file, limits);
  try {
    const bytes = await zip.read("manifest.json");
    const manifest = read(bytes);
    const named = await namedHashes(zip);
    const paths = new Map<string, string>();
    const altered: string[] = [];
    for (const path of zip.sizes.keys()) {
      const hash = partPath.exec(path)?.[1];
      const expected = hash ?? named.get(path);
      if (hash) paths.set(hash, path);
      if (expected && sha256(await zip.read(path)) !== expected) altered.push(path);
    }
    for (const path of named.keys())
      if (!zip.sizes.has(path)) throw new ArchiveProblem(`"${path}" is named in it but not there.`);
    return {
      ...{ manifest, altered, hash: sha256(bytes) },
      part: async (hash) => (paths.has(hash) ? zip.read(paths.get(hash)!) : null),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

function read(bytes: Uint8Array): PublicationManifest {
  try {
    return publicationManifest.parse(JSON.parse(Buffer.from(bytes).toString("utf8")));
  } catch (error) {
    const [issue] = error instanceof ZodError ? error.issues : [];
    const what = issue ? `${issue.path.join(".") || "it"}: ${issue.message}` : "it is no JSON";
    throw new ArchiveProblem(`Its manifest.json is not that of a publication (${what}).`);
  }
}

interface Crate {
  readonly "@graph"?: readonly { readonly "@id"?: unknown; readonly sha256?: unknown }[];
}

/** SHA-256 by path, as the crate's metadata has them. */
async function namedHashes(zip: Awaited<ReturnType<typeof openZip>>): Promise<Map<string, string>> {
  if (!zip.sizes.has("ro-crate-metadata.json")) return new Map();
  const text = Buffer.from(await zip.read("ro-crate-metadata.json")).toString("utf8");
  let graph: Crate["@graph"];
  try {
    graph = (JSON.parse(text) as Crate)["@graph"];
  } catch {
    throw new ArchiveProblem("Its ro-crate-metadata.json is no JSON.");
  }
  return new Map(
    (Array.isArray(graph) ? graph : []).flatMap(({ "@id": path, sha256: hash }) =>
      typeof path === "string" && typeof hash === "string" && !path.startsWith("#") ? [[path, hash]] : [],
    ),
  );
}
