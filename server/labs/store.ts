import type { LabSummary, MemberRole } from "../../contracts/lab";
import { asStated } from "../../contracts/person";
import { Prisma } from "../../prisma/generated/client";
import {
  type InLab,
  type LabGrant,
  labGrant,
  type Reader,
  type SystemGrant,
  type UserGrant,
} from "../access/grant";
import { audit } from "../audit/service";
import { db, unlessTaken } from "../db";
import { publish, recheck } from "../jobs/live";
import type { PlainListing } from "../paging/service";

const summary = {
  ...{ slug: true, name: true, isDemonstration: true, deleteAt: true },
  deleteAskedBy: { select: { name: true } },
} as const satisfies Prisma.LabSelect;
type SummaryRow = Prisma.LabGetPayload<{ select: typeof summary }>;

const summaryOf = ({ deleteAt, deleteAskedBy, ...lab }: SummaryRow): Omit<LabSummary, "role"> => ({
  ...lab,
  deletion: deleteAt && { at: deleteAt, by: deleteAskedBy?.name ?? null },
});

/** Labs of a person, the demonstration last, else by name. */
export async function listLabs({ userId }: UserGrant): Promise<LabSummary[]> {
  const rows = await db().membership.findMany({
    where: { userId, lab: { OR: [{ deleteAt: null }, { deleteAt: { gt: new Date() } }] } },
    select: { role: true, lab: { select: summary } },
    orderBy: [{ lab: { isDemonstration: "asc" } }, { lab: { name: "asc" } }, { lab: { slug: "asc" } }],
  });
  return rows.map(({ role, lab }) => ({ ...summaryOf(lab), role }));
}

export const findLab = async ({ labId }: InLab): Promise<Omit<LabSummary, "role">> =>
  summaryOf(await db().lab.findUniqueOrThrow({ where: { id: labId }, select: summary }));

/** The longest in it first. */
export const memberListing = ({ labId }: InLab): PlainListing => ({
  from: Prisma.sql`FROM "Membership" m WHERE m."labId" = ${labId}`,
  id: Prisma.sql`m."userId"`,
  by: { by: Prisma.sql`-extract(epoch FROM m."createdAt")`, as: "number" },
});

/** @param ids all of them when left out. */
export const findMembers = ({ labId }: InLab, ids?: readonly string[]) =>
  db().membership.findMany({
    where: { labId, ...(ids && { userId: { in: [...ids] } }) },
    select: { role: true, createdAt: true, user: { select: { id: true, name: true, email: true } } },
  });

/** Names of those who signed what the lab holds, members or not any more, or persons whom an archive names. */
export async function findNames(_grant: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  const asked = { where: { id: { in: [...ids] } }, select: { id: true, name: true } };
  const users = await db().user.findMany(asked);
  const stated = users.length < ids.length ? await db().statedAuthor.findMany(asked) : [];
  return new Map([
    ...users.map(({ id, name }) => [id, name] as const),
    ...stated.map(({ id, name }) => [id, asStated(name)] as const),
  ]);
}

export interface NewLab {
  readonly slug: string;
  readonly name: string;
  readonly isDemonstration?: boolean;
  /** Whoever fills it has until then; left out, there is nothing to fill it with. */
  readonly openingUntil?: Date | null;
}

/** Null when the slug is taken. The person becomes the lab's owner. */
export function insertLab({ userId }: UserGrant, lab: NewLab) {
  const owner = { create: { userId, role: "owner" as const } };
  return unlessTaken(() =>
    db().$transaction(async (tx) => {
      const made = await tx.lab.create({
        data: { ...lab, memberships: owner },
        select: { id: true, slug: true },
      });
      const own = { labId: made.id, labSlug: made.slug, userId, role: "owner" as const };
      const grant = labGrant({ ...own, permission: "lab:manage" });
      await audit(tx, grant, "lab.create", { kind: "lab", id: made.id, name: lab.name });
      return made;
    }),
  );
}

/** The lab with this slug, made if it is not there. */
export function ensureLab(_grant: SystemGrant, { slug, ...rest }: NewLab) {
  return db().lab.upsert({
    where: { slug },
    create: { slug, ...rest },
    update: {},
    select: { id: true, slug: true },
  });
}

/** What `memberChange` found in the way: no such member, or the lab would be left without an owner. */
export type Refusal = "missing" | "last-owner";
type Tx = Prisma.TransactionClient;

/**
 * Changes a membership while nobody else changes one of this lab. The database refuses a lab without an owner by itself;
 * here the reason is found before, for a person to read.
 */
const memberChange = (
  { labId }: InLab,
  userId: string,
  change: (tx: Tx, role: MemberRole) => Promise<{ readonly keepsOwner: boolean }>,
): Promise<Refusal | null> =>
  db()
    .$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Lab" WHERE id = ${labId} FOR NO KEY UPDATE`;
      const member = await tx.membership.findUnique({
        where: { labId_userId: { labId, userId } },
        select: { role: true },
      });
      if (!member) throw new Refused("missing");
      const { keepsOwner } = await change(tx, member.role);
      await publish(tx, labId, { kind: "members" });
      if (member.role !== "owner" || keepsOwner) return null;
      if ((await tx.membership.count({ where: { labId, role: "owner" } })) === 0)
        throw new Refused("last-owner");
      return null;
    })
    .catch((error: unknown) => {
      if (error instanceof Refused) return error.why;
      throw error;
    });

/** Takes back what a transaction did, with the reason. */
class Refused extends Error {
  constructor(readonly why: Refusal) {
    super(why);
  }
}

const member = (id: string) => ({ kind: "member" as const, id, name: "" });

/** The person's streams ask at once whether they may stay. */
export const changeRole = (grant: InLab, userId: string, role: MemberRole): Promise<Refusal | null> =>
  memberChange(grant, userId, async (tx, before) => {
    const { labId } = grant;
    if (before === role) return { keepsOwner: true };
    await tx.membership.update({ where: { labId_userId: { labId, userId } }, data: { role } });
    await audit(tx, grant, "member.role", member(userId), { from: before, to: role });
    await recheck(tx, userId);
    return { keepsOwner: false };
  });

/** Acts on the person's next request, and ends their streams of the lab at once. */
export const removeMember = (
  grant: InLab,
  userId: string,
  action: "member.remove" | "member.leave",
): Promise<Refusal | null> =>
  memberChange(grant, userId, async (tx, before) => {
    const { labId } = grant;
    await tx.membership.delete({ where: { labId_userId: { labId, userId } } });
    await audit(tx, grant, action, member(userId), { role: before });
    await recheck(tx, userId);
    return { keepsOwner: false };
  });

/** The other becomes owner and whoever asks an editor: both or neither. */
export const transferLab = (grant: LabGrant, userId: string): Promise<Refusal | null> =>
  memberChange(grant, userId, async (tx) => {
    const { labId } = grant;
    const role = (of: string, to: MemberRole) =>
      tx.membership.update({ where: { labId_userId: { labId, userId: of } }, data: { role: to } });
    await role(userId, "owner");
    await role(grant.userId, "editor");
    await audit(tx, grant, "member.transfer", member(userId));
    for (const id of [userId, grant.userId]) await recheck(tx, id);
    return { keepsOwner: true };
  });

export const renameLab = (grant: InLab, name: string): Promise<void> =>
  db().$transaction(async (tx) => {
    await tx.lab.update({ where: { id: grant.labId }, data: { name } });
    await audit(tx, grant, "lab.rename", { kind: "lab", id: grant.labId, name });
    await publish(tx, grant.labId, { kind: "members" });
  });

/** For the machinery: makes the person a member, or gives the member this role. */
export async function setRole(grant: InLab, userId: string, role: MemberRole): Promise<void> {
  const { labId } = grant;
  const member = { labId_userId: { labId, userId } };
  await db().$transaction(async (tx) => {
    const before = await tx.membership.findUnique({ where: member, select: { role: true } });
    if (before?.role === role) return;
    await tx.membership.upsert({ where: member, create: { labId, userId, role }, update: { role } });
    const object = { kind: "member" as const, id: userId, name: "" };
    if (before) await audit(tx, grant, "member.role", object, { from: before.role, to: role });
    else await audit(tx, grant, "member.join", object, { role });
  });
}
