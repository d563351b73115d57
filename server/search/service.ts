import type { z } from "zod";
import { type FoundObject, labelledKinds, objectKey, type ObjectRef } from "../../contracts/object";
import {
  type searchFound,
  type searchInput,
  type SearchKind,
  searchKinds,
  type searchPage,
  type searchPageInput,
  type tagCounts,
} from "../../contracts/search";
import type { InLab, LabGrant } from "../access/grant";
import { Problem } from "../errors";
import { resolveObject, resolveObjects } from "../objects/service";
import { isPlaceId, isTimestamp } from "../paging/service";
import { beginningOf, snippetOf } from "./snippet";
import { sources } from "./sources";
import * as store from "./store";
import { wordsOf } from "./words";

type Without<Schema extends z.ZodType> = Omit<z.infer<Schema>, "lab">;

/** The best of every kind, with how many there are; the kind with the best match first. */
export async function search(
  grant: InLab,
  { text, tag, kinds = [...searchKinds], limit }: Without<typeof searchInput>,
): Promise<z.infer<typeof searchFound>> {
  const asked = { ...wordsOf(text), tag };
  const groups = await Promise.all(
    searchKinds
      .filter((kind) => kinds.includes(kind))
      .map(async (kind) => {
        const { rows, total, best } = await matchesOf(grant, kind, asked, limit, null);
        // every run of a model begins with its name: they would always be in front
        return { kind, total, hits: rows, best: kind === "run" ? -1 : best };
      }),
  );
  return {
    groups: groups
      .filter(({ hits }) => hits.length > 0)
      .toSorted((a, b) => b.best - a.best)
      .map(({ kind, total, hits }) => ({ kind, total, hits })),
  };
}

/** All of one kind, the best first. */
export async function searchOne(
  grant: InLab,
  { text, tag, kind, cursor, limit }: Without<typeof searchPageInput>,
): Promise<z.infer<typeof searchPage>> {
  const asked = { ...wordsOf(text), tag };
  const { best: _, ...page } = await matchesOf(grant, kind, asked, limit, cursor ? placeOf(cursor) : null);
  return page;
}

/** Tags of the lab that hold the text, most used first. */
export function listTags(
  grant: InLab,
  { text, limit }: { readonly text: string; readonly limit: number },
): Promise<z.infer<typeof tagCounts>> {
  const documents = labelledKinds.map((kind) => sources[kind].documents(grant));
  return store.countTags(grant, documents, text, limit);
}

/** What the person opened last in this lab, as far as it is still there. */
export async function listRecent(grant: LabGrant): Promise<FoundObject[]> {
  const refs = (await store.listVisits(grant)).map(
    ({ kind, objectId }) => ({ kind, id: objectId }) as ObjectRef,
  );
  const found = await resolveObjects(grant, refs);
  return refs.flatMap((ref) => found.get(objectKey(ref)) ?? []);
}

/** Remembers that the person opened an object. Throws not-found. */
export async function visit(grant: LabGrant, ref: ObjectRef): Promise<ObjectRef> {
  await resolveObject(grant, ref);
  await store.insertVisit(grant, ref);
  return ref;
}

async function matchesOf(
  grant: InLab,
  kind: SearchKind,
  asked: store.Asked,
  limit: number,
  after: store.Place | null,
): Promise<z.infer<typeof searchPage> & { readonly best: number }> {
  const { documents, named } = sources[kind];
  const matches = await store.findMatches(grant, documents(grant), asked, limit, after);
  const shown = matches.slice(0, limit);
  const names = await named(
    grant,
    shown.map(({ id }) => id),
  );
  return {
    rows: shown.flatMap(({ id, body, tags, changedAt, inTitle }) => {
      const found = names.get(id);
      if (!found) return [];
      const { name, version, href } = found;
      const quoted = inTitle && asked.wanted.length > 0 ? null : snippetOf(body, asked.wanted);
      // a comment has no name that could say what it is about
      const snippet = quoted ?? (kind === "comment" ? beginningOf(body) : null);
      return [{ ...{ kind, id, name, version, href, snippet }, tags: tags ?? [], at: changedAt }];
    }),
    total: matches[0]?.total ?? 0,
    best: matches[0]?.score ?? 0,
    nextCursor: matches.length > shown.length ? cursorOf(shown.at(-1)!) : null,
  };
}

const cursorOf = ({ score, at, id }: store.Place) =>
  Buffer.from(JSON.stringify([score, at, id])).toString("base64url");

function placeOf(cursor: string): store.Place {
  try {
    const [score, at, id] = JSON.parse(Buffer.from(cursor, "base64url").toString()) as unknown[];
    if (
      Number.isInteger(score) &&
      typeof at === "string" &&
      isTimestamp(at) &&
      typeof id === "string" &&
      isPlaceId(id)
    )
      return { score: score as number, at, id };
  } catch {
    // no JSON: the same answer
  }
  throw new Problem("invalid", "This cursor was not given by this search.", {
    where: "cursor",
    next: "Ask for the first page.",
  });
}
