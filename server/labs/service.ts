import type { z } from "zod";
import type { LabSummary, MemberRole, memberSummary } from "../../contracts/lab";
import type { Paging, Rows } from "../../contracts/list";
import type { InLab, LabGrant, Reader, SystemGrant, UserGrant } from "../access/grant";
import { notFound, Problem } from "../errors";
import { readRows } from "../paging/service";
import { numbered, slugOf } from "./slug";
import * as store from "./store";

export { startDeletion, stopDeletion } from "./deletion/service";
export type MemberSummary = z.infer<typeof memberSummary>;

export const listLabs = (grant: UserGrant): Promise<LabSummary[]> => store.listLabs(grant);

export async function getLab(grant: LabGrant): Promise<LabSummary> {
  return { ...(await store.findLab(grant)), role: grant.role };
}

export const listMembers = (grant: InLab, paging: Paging): Promise<Rows<MemberSummary>> =>
  readRows(
    grant,
    store.memberListing(grant),
    paging,
    async (ids) =>
      (await store.findMembers(grant, ids)).map(({ role, createdAt, user: { id, ...person } }) => ({
        userId: id,
        ...person,
        role,
        since: createdAt,
      })),
    ({ userId }) => userId,
  );

/** Everybody in the lab, for the server itself: pages read page by page. */
export const everyMember = async (grant: InLab): Promise<{ id: string; name: string; email: string }[]> =>
  (await store.findMembers(grant)).map(({ user }) => user);

/** Whom rows were made by, members or not any more: from a user's id to a name, null for the system's own. */
export async function authorNames(grant: Reader, ids: readonly (string | null)[]) {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  const names = wanted.length > 0 ? await store.findNames(grant, wanted) : new Map<string, string>();
  return (id: string | null): string | null => (id === null ? null : (names.get(id) ?? "Former member"));
}

const attempts = 50;

/** Addresses for a lab of this name, the plain one first, then numbered. */
export const labSlugs = (name: string): string[] =>
  Array.from({ length: attempts }, (_, index) => numbered(slugOf(name), index + 1));

/**
 * A lab with an address made from its name; its maker owns it.
 *
 * @param openingUntil how long its maker has to fill it before a worker goes on; null leaves it empty.
 */
export async function createLab(grant: UserGrant, name: string, openingUntil: Date | null) {
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

/** Throws not-found, and refused where the lab would be left without an owner. Acts on the member's next request. */
export async function changeRole(grant: LabGrant, userId: string, role: MemberRole): Promise<void> {
  unless(await store.changeRole(grant, userId, role), userId);
}

/**
 * Ends a membership: on the person's next request, and at once where they listen live. What they made stays the lab's, as do
 * shares they accepted or gave; their open invitations and offers count no more, because whoever made them owns no lab here.
 */
export async function removeMember(grant: LabGrant, userId: string): Promise<void> {
  unless(await store.removeMember(grant, userId, "member.remove"), userId);
}

export async function leaveLab(grant: LabGrant): Promise<void> {
  unless(await store.removeMember(grant, grant.userId, "member.leave"), grant.userId);
}

/** Makes another member owner and whoever asks an editor. Throws not-found, and refused to oneself. */
export async function transferLab(grant: LabGrant, userId: string): Promise<void> {
  if (userId === grant.userId)
    throw new Problem("refused", "You own this lab already.", {
      where: "member",
      next: "Choose somebody else.",
    });
  unless(await store.transferLab(grant, userId), userId);
}

export async function renameLab(grant: LabGrant, name: string): Promise<LabSummary> {
  await store.renameLab(grant, name);
  return getLab(grant);
}

function unless(refusal: store.Refusal | null, userId: string): void {
  if (refusal === "missing") throw notFound("member", userId);
  if (refusal === "last-owner")
    throw new Problem("refused", "A lab has at least one owner, and this is the last.", {
      where: "members",
      next: "Make another member an owner first, or delete the lab.",
    });
}

/** For the machinery: makes the person a member, or gives the member this role. */
export const setRole = (grant: InLab, userId: string, role: MemberRole) => store.setRole(grant, userId, role);
