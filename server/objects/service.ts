import {
  type FoundObject,
  type NamedRow,
  objectKey,
  type ObjectKind,
  objectKinds,
  type ObjectRef,
} from "../../contracts/object";
import type { Reader } from "../access/grant";
import { notFound } from "../errors";
import { type ObjectSource, sources } from "./sources";

/** Throws not-found, for what is not the grant's to read exactly as for what never was. */
export async function resolveObject(grant: Reader, ref: ObjectRef): Promise<FoundObject> {
  const [found] = (await sources[ref.kind]?.find(grant, { ids: [ref.id] })) ?? [];
  if (!found) throw notFound(ref.kind, ref.id);
  return foundOf(grant, ref.kind, sources[ref.kind]!, found);
}

/** Those of the asked objects that the grant may read, by `objectKey`; one query per kind however many are asked. */
export async function resolveObjects(
  grant: Reader,
  refs: readonly ObjectRef[],
): Promise<Map<string, FoundObject>> {
  const asked = objectKinds.flatMap((kind) => {
    const ids = [...new Set(refs.filter((ref) => ref.kind === kind).map(({ id }) => id))];
    const source = sources[kind];
    return source && ids.length > 0 ? [{ kind, source, ids }] : [];
  });
  const found = await Promise.all(
    asked.map(async ({ kind, source, ids }) =>
      (await source.find(grant, { ids })).map((row) => foundOf(grant, kind, source, row)),
    ),
  );
  return new Map(found.flat().map((object) => [objectKey(object.ref), object]));
}

/**
 * Objects by part of their name, the newest of each kind first. Runs have no names of their own: they are found through
 * their experiments.
 */
export async function listObjects(
  grant: Reader,
  { kinds = objectKinds, text, limit }: { kinds?: readonly ObjectKind[]; text: string; limit: number },
): Promise<FoundObject[]> {
  const found = await Promise.all(
    kinds.map(async (kind) => {
      const source = sources[kind];
      return source
        ? (await source.find(grant, { text, limit })).map((row) => foundOf(grant, kind, source, row))
        : [];
    }),
  );
  return found.flat();
}

const foundOf = (
  { labId, place }: Reader,
  kind: ObjectKind,
  { path }: ObjectSource,
  { id, name, version, createdAt }: NamedRow,
): FoundObject => ({
  ...{ ref: { kind, id }, name, version, labId, createdAt },
  href: `/lab/${place}/${path}/${id}`,
});
