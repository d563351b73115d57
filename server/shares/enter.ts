import { type Use, licenceRefusal } from "../../contracts/licence";
import { objectKey, type ObjectRef } from "../../contracts/object";
import {
  type Closure,
  type LabGrant,
  type ShareGrant,
  shareGrant,
  systemGrantIn,
  type SystemLabGrant,
} from "../access/grant";
import type { Permission } from "../access/permissions";
import { notFound, Problem } from "../errors";
import { resolveObject, resolveObjects } from "../objects/service";
import { closureOf, holders } from "./closure/closure";
import { recordExport } from "./leave/store";
import * as store from "./store";

/**
 * The door of what another lab shares: throws not-found, as for a share that never was, unless this lab accepted it, nobody
 * ended it, and its object is there; forbidden where it was shared for reading and more is asked.
 */
export async function enterShare(
  grant: LabGrant,
  id: string,
  permission: Permission = grant.permission,
): Promise<ShareGrant> {
  const row = await store.findAccepted(grant, id);
  const closure = row && (await closureOf(systemGrantIn(row.lab, "shares: what it implies"), refOf(row)));
  if (!row || !closure) throw notFound("share", id);
  if (!permission.endsWith(":read") && !(permission === "comment:create" && row.level === "comment"))
    throw new Problem(
      "forbidden",
      `${row.lab.name} shared this for reading: it does not allow ${permission}.`,
      {
        where: "share",
        next: "Ask them to share it for comments.",
      },
    );
  const { labSlug, labId: viaLabId, userId, role } = grant;
  return shareGrant({
    ...{ labSlug: row.lab.slug, mayComment: row.level === "comment" },
    ...{ shareId: row.id, labId: row.lab.id, place: `${labSlug}/shared/${row.id}`, viaLabId, userId, role },
    ...{ permission, closure },
  });
}

/** Labs that see an object of this one, itself first: others through something that it shares and they accepted. */
export async function labsThatSee(
  grant: SystemLabGrant,
  object: ObjectRef,
): Promise<{ readonly id: string; readonly name: string }[]> {
  const { own, open } = await store.listOpen(grant);
  const seeing = new Map<string, { id: string; name: string }>([[own.id, own]]);
  for (const { toLab, ...row } of open) {
    if (!toLab || seeing.has(toLab.id)) continue;
    const of = refOf(row);
    if (objectKey(of) === objectKey(object)) seeing.set(toLab.id, toLab);
    else if (holders[object.kind].includes(of.kind)) {
      const closure = await closureOf(grant, of);
      if (closure && (await opens(grant, row, closure, object))) seeing.set(toLab.id, toLab);
    }
  }
  return [...seeing.values()];
}

async function opens(
  { labId, labSlug }: SystemLabGrant,
  { id: shareId }: { id: string },
  closure: Closure,
  object: ObjectRef,
): Promise<boolean> {
  const nobody = { userId: "", role: "viewer", permission: "lab:read", mayComment: false } as const;
  const seen = shareGrant({ ...nobody, shareId, labId, labSlug, place: "", viaLabId: "", closure });
  return (await resolveObjects(seen, [object])).size > 0;
}

export const refOf = ({ objectKind, objectId }: Pick<store.ShareRow, "objectKind" | "objectId">) =>
  ({ kind: objectKind, id: objectId }) as ObjectRef;

const words: Record<Use, string> = { fork: "forked", export: "exported", publish: "published" };
type Terms = NonNullable<Awaited<ReturnType<typeof store.findTerms>>>;

/** Why a use is not allowed, or null. The other lab's consent comes first, then every licence that the numbers stand under. */
export function refusalOf({ licence, recordings, ...consents }: Terms, use: Use): string | null {
  const consent = { fork: consents.mayFork, export: consents.mayExport, publish: consents.mayPublish }[use];
  if (!consent) return `The lab that shares it did not agree that it is ${words[use]}.`;
  for (const one of [licence, ...(use === "fork" ? [] : recordings)]) {
    const refusal = licenceRefusal(one, use);
    if (refusal) return refusal;
  }
  return null;
}

/** The licence under which a use is allowed. Throws forbidden with the reason where it is not. */
export async function requireUse(grant: ShareGrant, use: Use): Promise<{ licence: string }> {
  const terms = await store.findTerms(grant);
  if (!terms) throw notFound("share", grant.shareId);
  const refusal = refusalOf(terms, use);
  if (refusal)
    throw new Problem("forbidden", refusal, {
      where: "share",
      next: "Ask them: they can change what they agree to at any time.",
    });
  return terms;
}

/** Writes down, in both labs, that numbers are about to leave. Throws forbidden where that is not allowed. */
export async function takeAway(grant: ShareGrant, what: string): Promise<void> {
  const { licence } = await requireUse(grant, "export");
  const row = await store.findOpen(grant);
  const object = await resolveObject(grant, refOf(row));
  await recordExport(grant, { object: { ...object.ref, name: object.name }, licence }, what);
}
