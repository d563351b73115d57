import type { z } from "zod";
import type { entryPage, EntryView, LogFilter, logPeople } from "../../contracts/activity";
import { type Action, acts, auditDetails, type AuditKind } from "../../contracts/audit";
import { objectKey, objectKind, type ObjectRef } from "../../contracts/object";
import type { LabGrant } from "../access/grant";
import { authorNames } from "../labs/service";
import { resolveObjects } from "../objects/service";
import * as store from "./store";

interface Asked {
  readonly limit: number;
  readonly cursor?: number | null;
}
type EntryPage = z.infer<typeof entryPage>;

/** What members did that all of the lab may know, newest first. */
export const listActivity = (grant: LabGrant, asked: Asked): Promise<EntryPage> =>
  paged(grant, asked, (page) => store.listActivity(grant, page));

/** Everything that was done, newest first. */
export const listLog = (grant: LabGrant, filter: LogFilter, asked: Asked): Promise<EntryPage> =>
  paged(grant, asked, (page) => store.listLog(grant, filter, page));

export async function listPeople(grant: LabGrant): Promise<z.infer<typeof logPeople>> {
  const ids = await store.listActors(grant);
  const names = await authorNames(grant, ids);
  return ids
    .map((id) => ({ id, name: names(id)! }))
    .sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

/** All that the filter lets through, newest first, page by page. */
export async function* wholeLog(grant: LabGrant, filter: LogFilter): AsyncGenerator<EntryView[]> {
  let cursor: number | null = null;
  do {
    const page: EntryPage = await listLog(grant, filter, { limit: 1000, cursor });
    yield page.entries;
    cursor = page.nextCursor;
  } while (cursor !== null);
}

async function paged(
  grant: LabGrant,
  { limit, cursor }: Asked,
  read: (page: store.Page) => Promise<store.EntryRow[]>,
): Promise<EntryPage> {
  const rows = await read({ before: cursor ?? null, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  return {
    entries: await views(grant, shown),
    nextCursor: rows.length > limit ? shown[shown.length - 1].id : null,
  };
}

async function views(grant: LabGrant, rows: readonly store.EntryRow[]): Promise<EntryView[]> {
  const members = rows.flatMap(({ objectKind: kind, objectId }) => (kind === "member" ? objectId : []));
  const [names, found] = await Promise.all([
    authorNames(grant, [...rows.map(({ actorId }) => actorId), ...members]),
    resolveObjects(grant, rows.flatMap(refOf)),
  ]);
  return rows
    .filter(({ action }) => Object.hasOwn(acts, action))
    .map((row) => {
      const { id, at, actorId, action, objectId, objectName } = row;
      const kind = row.objectKind as AuditKind;
      const details = auditDetails.safeParse(row.details).data ?? {};
      const [ref] = refOf(row);
      return {
        ...{ id, at, details, action: action as Action, otherLab: row.otherLab?.name ?? null },
        actor: actorId === null ? null : { id: actorId, name: names(actorId)! },
        object: {
          ...{ kind, id: objectId, name: kind === "member" ? names(objectId)! : objectName },
          href: hrefOf(grant, kind, details, ref && found.get(objectKey(ref))?.href),
        },
      };
    });
}

const refOf = ({ objectKind: kind, objectId: id }: store.EntryRow): ObjectRef[] => {
  const known = objectKind.safeParse(kind);
  return known.success ? [{ kind: known.data, id }] : [];
};

/** Of what another lab shares the address is the share's: its page says when it has ended. */
function hrefOf(
  { labSlug }: LabGrant,
  kind: AuditKind,
  { comment, share }: EntryView["details"],
  own: string | undefined,
): string | null {
  const at = own ?? (typeof share === "string" ? `/lab/${labSlug}/shared/${share}` : null);
  if (at && own && typeof comment === "string") return `${at}?comment=${comment}`;
  if (kind === "member") return `/lab/${labSlug}/members`;
  return kind === "share" ? `/lab/${labSlug}/shared` : at;
}
