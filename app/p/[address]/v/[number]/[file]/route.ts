import { env } from "@/server/env";
import { notFound } from "@/server/errors";
import { zipOf } from "@/server/archive/service";
import { archiveEntries } from "@/server/publications/archive/archive";
import { bibtexOf } from "@/server/publications/cite/bibtex";
import { cffOf } from "@/server/publications/cite/cff";
import type { Citable } from "@/server/publications/cite/citable";
import { risOf } from "@/server/publications/cite/ris";
import { methodsOf } from "@/server/publications/methods/methods";
import { publishedPart, type PublishedVersion } from "@/server/publications/service";
import { derivedOf } from "../../../../_publication/derived";
import { fileResponse } from "../../../../_publication/headers";
import { dataOf, opened, type Opened } from "../../../../_publication/open";

const citableOf = ({ manifest, hash, address, number }: PublishedVersion): Citable => ({
  ...manifest,
  ...{ hash, url: new URL(`/p/${address}/v/${number}`, env().NEXTAUTH_URL).href },
});

const cited = (mediaType: string, write: (citable: Citable) => string) => ({
  mediaType,
  write: async ({ version }: Opened) => write(citableOf(version)),
});

/** What a version offers beside its panels. */
const texts: Readonly<
  Record<string, { readonly mediaType: string; readonly write: (one: Opened) => Promise<string> }>
> = {
  "cite.bib": cited("application/x-bibtex; charset=utf-8", bibtexOf),
  "cite.ris": cited("application/x-research-info-systems; charset=utf-8", risOf),
  "CITATION.cff": cited("application/yaml; charset=utf-8", cffOf),
  "methods.md": {
    mediaType: "text/markdown; charset=utf-8",
    write: async ({ version }) => methodsOf(version.manifest, Object.values(await dataOf(version, 0))),
  },
};
/** The archive, with every column of every result or with their hashes only. */
const archives: Readonly<Record<string, boolean>> = { "archive.zip": true, "archive-small.zip": false };

export const GET = async (
  request: Request,
  { params }: { params: Promise<{ address: string; number: string; file: string }> },
): Promise<Response> => {
  const { address, number, file } = await params;
  const isArchive = Object.hasOwn(archives, file);
  return opened(
    request,
    { address, number },
    async (one) => {
      const { etag, version } = one;
      if (isArchive) return archiveResponse({ ...one, setting: 0 }, file);
      if (!Object.hasOwn(texts, file)) throw notFound("file", file);
      const { mediaType, write } = texts[file];
      return fileResponse(await write(one), {
        name: `${version.address}-v${number}-${file}`,
        mediaType,
        etag,
      });
    },
    { remember: !isArchive },
  );
};

async function archiveResponse(one: Opened, file: string): Promise<Response> {
  const { version, etag } = one;
  const { grant, manifest, text: manifestText } = version;
  const entries = archiveEntries({
    ...{ citable: citableOf(version), manifest, manifestText, withResults: archives[file] },
    part: (hash) => publishedPart(grant, hash),
    derived: await derivedOf(one),
  });
  return new Response(zipOf(entries, null), {
    headers: {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="${version.address}-v${version.number}-${file}"`,
      "cache-control": "public, no-cache",
      etag,
    },
  });
}
