import type { InboxItemView, InboxKind } from "../../contracts/inbox";
import { type FoundObject, objectKey, type ObjectRef } from "../../contracts/object";
import { enterLab } from "../access/enter-lab";
import { enterPlace } from "../access/enter-place";
import type { LabGrant, ShareGrant, UserGrant } from "../access/grant";
import { excerpts } from "../comments/service";
import { Problem } from "../errors";
import { experimentOutcomes } from "../experiments/service";
import { invitedTo } from "../invitations/service";
import { resolveObjects } from "../objects/service";
import { placesOf } from "../shares/service";
import * as store from "./store";

/**
 * Items as their reader may see them now: names, texts and outcomes are read with the rights that the person has in each
 * lab at this moment. What lies in a lab that lets them in no more is left out; what another lab shares no more says so.
 */
export async function viewItems(grant: UserGrant, rows: readonly store.ItemRow[]): Promise<InboxItemView[]> {
  const [invitations, muted, places] = await Promise.all([
    invitedTo(
      grant,
      rows.flatMap(({ invitationId }) => invitationId ?? []),
    ),
    store.listMuted(
      grant,
      rows.flatMap(({ threadId }) => threadId ?? []),
    ),
    read(grant, rows),
  ]);
  return rows.flatMap((row): InboxItemView[] => {
    const invitation = row.invitationId === null ? null : (invitations.get(row.invitationId) ?? null);
    const place = places.get(placeKey(row));
    if (!invitation && !place && !isElsewhere(row)) return [];
    const object = (row.objectId && place?.objects.get(objectKey(refOf(row)))) || null;
    const comment = row.commentId !== null && object ? (place?.comments.get(row.commentId) ?? null) : null;
    return [
      {
        ...{ id: row.id, kind: row.kind as InboxKind, createdAt: row.createdAt, read: row.readAt !== null },
        lab: { name: row.lab.name, slug: place || isElsewhere(row) ? row.lab.slug : null },
        actor: row.actor?.name ?? null,
        object: object && { ref: object.ref, name: object.name },
        href: hrefOf(object, row.kind, comment === null ? null : row.commentId),
        excerpt: comment,
        thread:
          row.threadId !== null && object && place
            ? { id: row.threadId, place: place.name, muted: muted.get(row.threadId) ?? null }
            : null,
        outcome: (row.kind.startsWith("experiment") && object && place?.outcomes.get(object.ref.id)) || null,
        invitation,
      },
    ];
  });
}

const refOf = ({ objectKind, objectId }: store.ItemRow) => ({ kind: objectKind, id: objectId }) as ObjectRef;
const hrefOf = (object: FoundObject | null, kind: string, comment: string | null) =>
  object &&
  (kind === "review"
    ? `${object.href}/blind`
    : comment === null
      ? object.href
      : `${object.href}?comment=${comment}`);

/** Items of one lab are read together; what another lab shares is a place of its own. */
const isElsewhere = ({ thread, labId }: store.ItemRow) => thread !== null && thread.labId !== labId;
const placeKey = (row: store.ItemRow) =>
  isElsewhere(row) ? `${row.labId} ${objectKey(refOf(row))}` : row.labId;

interface Place {
  readonly name: string;
  readonly objects: Awaited<ReturnType<typeof resolveObjects>>;
  readonly comments: Awaited<ReturnType<typeof excerpts>>;
  readonly outcomes: Awaited<ReturnType<typeof experimentOutcomes>>;
}

async function read(grant: UserGrant, rows: readonly store.ItemRow[]): Promise<Map<string, Place>> {
  const byPlace = new Map<string, store.ItemRow[]>();
  for (const row of rows) byPlace.set(placeKey(row), [...(byPlace.get(placeKey(row)) ?? []), row]);
  const places = await Promise.all(
    [...byPlace].map(async ([key, items]) => {
      const entered = await enter(grant, items[0]);
      return entered ? ([[key, await readPlace(entered, items)]] as const) : [];
    }),
  );
  return new Map(places.flat());
}

async function enter({ userId }: UserGrant, row: store.ItemRow): Promise<LabGrant | ShareGrant | null> {
  const lab = await orNull(enterLab(userId, row.lab.slug, "comment:read"));
  if (lab === null || row.thread === null || !isElsewhere(row)) return lab;
  for (const place of await placesOf(lab, row.thread.labId)) {
    const shared = await orNull(enterPlace(userId, place, "comment:read"));
    if (shared && (await resolveObjects(shared, [refOf(row)])).size > 0) return shared;
  }
  return null;
}

async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Problem && error.details.code === "not-found") return null;
    throw error;
  }
}

async function readPlace(grant: LabGrant | ShareGrant, items: readonly store.ItemRow[]): Promise<Place> {
  const [objects, comments, outcomes] = await Promise.all([
    resolveObjects(grant, items.filter(({ objectId }) => objectId !== null).map(refOf)),
    excerpts(
      grant,
      items.flatMap(({ commentId }) => commentId ?? []),
    ),
    experimentOutcomes(
      grant,
      items.flatMap(({ kind, objectId }) => (kind.startsWith("experiment") && objectId ? [objectId] : [])),
    ),
  ]);
  return { name: grant.place, objects, comments, outcomes };
}
