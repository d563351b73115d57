import type { LabSummary, MemberRole } from "../../contracts/lab";
import { type InLab, labGrant, type Reader, type SystemGrant, type UserGrant } from "../access/grant";
import { audit } from "../audit/service";
import { db, unlessTaken } from "../db";

/** Labs of a person, the demonstration last, else by name. */
export async function listLabs({ userId }: UserGrant): Promise<LabSummary[]> {
  const rows = await db().membership.findMany({
    where: { userId },
    select: { role: true, lab: { select: { slug: true, name: true, isDemonstration: true } } },
    orderBy: [{ lab: { isDemonstration: "asc" } }, { lab: { name: "asc" } }, { lab: { slug: "asc" } }],
  });
  return rows.map(({ role, lab }) => ({ ...lab, role }));
}

export function findLab({ labId }: InLab) {
  return db().lab.findUniqueOrThrow({
    where: { id: labId },
    select: { slug: true, name: true, isDemonstration: true },
  });
}

export function listMembers({ labId }: InLab) {
  return db().membership.findMany({
    where: { labId },
    select: { role: true, createdAt: true, user: { select: { id: true, name: true, email: true } } },
    orderBy: [{ createdAt: "asc" }, { userId: "asc" }],
  });
}

/** Names of those members who signed what the lab holds. */
export async function findNames({ labId }: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  const users = await db().user.findMany({
    where: { id: { in: [...ids] }, memberships: { some: { labId } } },
    select: { id: true, name: true },
  });
  return new Map(users.map(({ id, name }) => [id, name]));
}

export interface NewLab {
  readonly slug: string;
  readonly name: string;
  readonly isDemonstration?: boolean;
  /** Whoever fills it has until then; left out, there is nothing to fill it with. */
  readonly openingUntil?: Date;
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

/** Makes the person a member, or gives the member this role. */
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
