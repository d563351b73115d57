import type { z } from "zod";
import type { LabSummary, MemberRole, memberSummary } from "../../contracts/lab";
import type { InLab, LabGrant, Reader, SystemGrant, UserGrant } from "../access/grant";
import { Problem } from "../errors";
import { numbered, slugOf } from "./slug";
import * as store from "./store";

export type MemberSummary = z.infer<typeof memberSummary>;

export const listLabs = (grant: UserGrant): Promise<LabSummary[]> => store.listLabs(grant);

export async function getLab(grant: LabGrant): Promise<LabSummary> {
  return { ...(await store.findLab(grant)), role: grant.role };
}

export async function listMembers(grant: InLab): Promise<MemberSummary[]> {
  const rows = await store.listMembers(grant);
  return rows.map(({ role, createdAt, user: { id, ...person } }) => ({
    userId: id,
    ...person,
    role,
    since: createdAt,
  }));
}

/** Whom rows were made by: a function from a user's id to a name, null for the system's own. */
export async function authorNames(grant: Reader, ids: readonly (string | null)[]) {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  const names = wanted.length > 0 ? await store.findNames(grant, wanted) : new Map<string, string>();
  return (id: string | null): string | null => (id === null ? null : (names.get(id) ?? null));
}

const attempts = 50;

/** Addresses for a lab of this name, the plain one first, then numbered. */
export const labSlugs = (name: string): string[] =>
  Array.from({ length: attempts }, (_, index) => numbered(slugOf(name), index + 1));

/**
 * A lab with an address made from its name; its maker owns it.
 *
 * @param openingUntil how long its maker has to fill it before a worker goes on.
 */
export async function createLab(grant: UserGrant, name: string, openingUntil: Date) {
  for (const slug of labSlugs(name)) {
    const made = await store.insertLab(grant, { slug, name, openingUntil });
    if (made) return made;
  }
  throw new Problem("conflict", `Too many labs are called "${name}".`, {
    where: "name",
    next: "Choose another name.",
    fields: { name: ["Too many labs are called that. Choose another name."] },
  });
}

/** For the machinery: the lab with this slug, made if it is not there. */
export const ensureLab = (grant: SystemGrant, lab: store.NewLab) => store.ensureLab(grant, lab);

/** Makes the person a member, or gives the member this role. */
export const setRole = (grant: InLab, userId: string, role: MemberRole) => store.setRole(grant, userId, role);
