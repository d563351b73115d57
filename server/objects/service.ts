import {
  type FoundObject,
  type LabelledRef,
  mostTags,
  type NamedRow,
  objectKey,
  type ObjectKind,
  objectKinds,
  type ObjectRef,
} from "../../contracts/object";
import type { InLab, Reader } from "../access/grant";
import { notFound, Problem } from "../errors";
import { type ObjectSource, sources } from "./sources";
import * as store from "./store";

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

/** Throws not-found, and conflict when another object of the kind has the name. */
export async function renameObject(grant: InLab, ref: LabelledRef, name: string) {
  const renamed = await store.rename(grant, ref, name);
  if (renamed === undefined) throw notFound(ref.kind, ref.id);
  if (renamed === null) {
    const message = `This lab has a ${ref.kind} named "${name}" already.`;
    throw new Problem("conflict", message, {
      where: "name",
      next: "Choose another name; the one that has it may lie in the trash.",
      fields: { name: [message] },
    });
  }
  return { ref, name, before: renamed.before };
}

/** Throws not-found, and refused when it would have too many. */
export async function tagObject(
  grant: InLab,
  ref: LabelledRef,
  change: { readonly add: readonly string[]; readonly remove: readonly string[] },
) {
  const tags = await store.changeTags(grant, ref, change);
  if (tags === undefined) throw notFound(ref.kind, ref.id);
  if (tags === null)
    throw new Problem("refused", `An object has at most ${mostTags} tags.`, {
      where: "tags",
      next: "Take one away first.",
    });
  return { ref, tags };
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
