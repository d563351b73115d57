import type { PageOf } from "@/components/publication/page/page";
import { gravePage, nothingHere, tombstonePage } from "@/components/publication/page/page";
import { settingAsked } from "@/components/publication/page/settings";
import type { PanelData } from "@/contracts/dashboard-panel";
import { publicationAddress } from "@/contracts/publication";
import { env } from "@/server/env";
import { Problem } from "@/server/errors";
import { answer } from "@/server/http";
import { findPublished, publishedPart, type PublishedVersion } from "@/server/publications/service";
import { pageResponse, unchanged } from "./headers";

export interface Opened {
  readonly version: PublishedVersion;
  readonly setting: number;
  readonly etag: string;
}

/** Beside what a version holds, what its pages are written by: another way of writing is another page. */
const written = 3;

/**
 * Opens a version for anybody and answers what `give` makes of it; what the browser has already is not made again. No session
 * is looked for, no cookie is read or set.
 *
 * @param options.remember false for what is too large to be remembered: it streams.
 */
export const opened = (
  request: Request,
  { address, number }: { address: string; number: string | null },
  give: (opened: Opened) => Promise<Response>,
  { remember = true }: { readonly remember?: boolean } = {},
): Promise<Response> =>
  answer(async () => {
    // one way of writing each number: another one would be made and remembered beside it
    const wanted = number === null ? null : /^[1-9]\d{0,8}$/.test(number) ? Number(number) : 0;
    if (!publicationAddress.safeParse(address).success || wanted === 0)
      return pageResponse(nothingHere(), { status: 404 });
    try {
      const found = await findPublished(address, wanted);
      if (found.state === "withdrawn") return pageResponse(tombstonePage(found.tombstone), { status: 410 });
      if (found.state === "deleted") return pageResponse(gravePage(found.grave), { status: 410 });
      const { search, pathname } = new URL(request.url);
      const version = await found.read();
      const setting = settingAsked(version.manifest, search);
      const etag = `"${found.hash}.${found.latest}.${setting}.${written}${found.mark && `.${found.mark}`}"`;
      const known = unchanged(request, etag);
      if (known) return known;
      const make = () => give({ version, setting, etag });
      return await (remember ? remembered(`${pathname} ${etag}`, make) : make());
    } catch (error) {
      if (error instanceof Problem && error.details.code === "not-found")
        return pageResponse(nothingHere(), { status: 404 });
      throw error;
    }
  });

/** Versions never change: what was made of the last few that were asked for is kept. */
const most = 40;
const largest = 4_000_000;
const kept = new Map<string, { body: ArrayBuffer; headers: Headers }>();

async function remembered(key: string, make: () => Promise<Response>): Promise<Response> {
  const known = kept.get(key);
  if (known) return new Response(known.body, { headers: known.headers });
  const response = await make();
  if (!response.ok) return response;
  const body = await response.arrayBuffer();
  if (body.byteLength <= largest) {
    kept.set(key, { body, headers: response.headers });
    for (const old of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(old);
    }
  }
  return new Response(body, { headers: response.headers });
}

/** The data of the panels in a setting: checked when it was frozen, and named by its hash since. */
export async function dataOf(
  { grant, manifest }: PublishedVersion,
  setting: number,
): Promise<Record<string, PanelData>> {
  const { panels } = manifest.settings[setting];
  return Object.fromEntries(
    await Promise.all(
      Object.entries(panels).map(
        async ([id, hash]) =>
          [id, JSON.parse(Buffer.from(await publishedPart(grant, hash)).toString()) as PanelData] as const,
      ),
    ),
  );
}

const downloads = [
  { label: "Methods", file: "methods.md" },
  { label: "BibTeX", file: "cite.bib" },
  { label: "RIS", file: "cite.ris" },
  { label: "CITATION.cff", file: "CITATION.cff" },
  { label: "Everything, with all results (RO-Crate)", file: "archive.zip" },
  { label: "Everything but the results (RO-Crate)", file: "archive-small.zip" },
];

/** @param at where the page itself is in each setting. */
export async function pageOf({ version, setting }: Opened, at: PageOf["at"]): Promise<PageOf> {
  const { manifest, hash, address, versions, withdrawals } = version;
  return {
    ...{ manifest, hash, setting, versions, withdrawals, at, downloads },
    data: await dataOf(version, setting),
    address: new URL(`/p/${address}`, env().NEXTAUTH_URL).href,
  };
}
