import { createHash } from "node:crypto";
import { type PublicationManifest, publicationManifest } from "../../../contracts/publication";
import { type PublicationGrant, publicationGrant, publicGrant } from "../../access/grant";
import { notFound, Problem } from "../../errors";
import { type Withdrawal, withdrawalsFrom } from "../wishes/service";
import * as store from "./store";

/** A version as anybody reads it. */
export interface PublishedVersion {
  readonly grant: PublicationGrant;
  readonly address: string;
  readonly number: number;
  readonly hash: string;
  readonly publishedAt: Date;
  readonly manifest: PublicationManifest;
  /** As it was hashed. */
  readonly text: string;
  /** Newest first. */
  readonly versions: readonly {
    readonly number: number;
    readonly title: string;
    readonly notes: string;
    readonly hash: string;
    readonly publishedAt: Date;
  }[];
  /** Who has withdrawn since. */
  readonly withdrawals: readonly Withdrawal[];
}
/** What is left of a publication that its lab withdrew. */
export interface Tombstone {
  readonly title: string;
  readonly withdrawnAt: Date;
  readonly reason: string;
}
/** What is left of one whose lab is deleted. */
export interface Grave {
  readonly publishedOn: Date;
  readonly goneOn: Date;
}
export type Found =
  | { readonly state: "withdrawn"; readonly tombstone: Tombstone }
  | { readonly state: "deleted"; readonly grave: Grave }
  | {
      readonly state: "open";
      readonly number: number;
      readonly hash: string;
      readonly latest: number;
      /** Changes with what readers are told that is not in the version. */
      readonly mark: string;
      /** Reads the whole: whoever has the version already need not. */
      readonly read: () => Promise<PublishedVersion>;
    };

/** @param number null is the latest. Throws not-found for an address or a version that never was. */
export async function findPublished(address: string, number: number | null): Promise<Found> {
  const row = await store.findBySlug(publicGrant(), address);
  if (!row) {
    const grave = await store.findTombstone(publicGrant(), sha256(address));
    if (grave) return { state: "deleted", grave };
    throw notFound("publication", address);
  }
  const [latest] = row.versions;
  if (row.withdrawnAt)
    return {
      state: "withdrawn",
      tombstone: { title: latest.title, withdrawnAt: row.withdrawnAt, reason: row.withdrawnReason ?? "" },
    };
  const version = number === null ? latest : row.versions.find((one) => one.number === number);
  if (!version) throw notFound("version", String(number));
  const grant = publicationGrant(row.id);
  const wishes = row.lab.wishes.filter(({ createdAt }) => createdAt > version.publishedAt);
  return {
    ...{ state: "open", number: version.number, hash: version.hash, latest: latest.number },
    mark: wishes.length === 0 ? "" : sha256(JSON.stringify(wishes)).slice(0, 12),
    read: async () => {
      const { number, hash, publishedAt } = version;
      const read = await manifestOf(grant, number, hash);
      return {
        ...{ grant, address, number, hash, publishedAt, versions: row.versions, ...read },
        withdrawals: await withdrawalsFrom(grant, wishes, read.manifest),
      };
    },
  };
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

interface Manifest {
  readonly manifest: PublicationManifest;
  readonly text: string;
}
/** Manifests never change: the last few are kept, for their own publication alone. */
const most = 20;
const kept = new Map<string, Manifest>();

async function manifestOf(grant: PublicationGrant, number: number, hash: string): Promise<Manifest> {
  const key = `${grant.publicationId} ${hash}`;
  const known = kept.get(key);
  if (known) return known;
  const { manifest: text } = await store.findManifest(grant, number);
  const read = { manifest: publicationManifest.parse(JSON.parse(text)), text };
  kept.set(key, read);
  for (const old of kept.keys()) {
    if (kept.size <= most) break;
    kept.delete(old);
  }
  return read;
}

/** Throws not-found, and gone where it was withdrawn. */
export async function openVersion(address: string, number: number | null): Promise<PublishedVersion> {
  const found = await findPublished(address, number);
  if (found.state === "open") return found.read();
  if (found.state === "deleted")
    throw new Problem("gone", "The lab that published it is deleted.", { where: "publication" });
  throw new Problem("gone", `“${found.tombstone.title}” was withdrawn: ${found.tombstone.reason}`, {
    where: "publication",
    next: "Ask its authors.",
  });
}

/** The bytes of a part. Throws not-found for what no version of the publication names. */
export async function publishedPart(grant: PublicationGrant, hash: string): Promise<Uint8Array<ArrayBuffer>> {
  const part = await store.findPart(grant, hash);
  if (!part) throw notFound("part", hash);
  return part.bytes;
}
