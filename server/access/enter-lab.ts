import { notFound, Problem } from "../errors";
import { labGrant, type LabGrant } from "./grant";
import { may, type Permission, rolesThatMay } from "./permissions";
import { findMembership } from "./store";

/**
 * The door of a lab. Throws not-found for a stranger, word for word as for a lab that never was, and forbidden for a
 * member whose role is too weak.
 */
export async function enterLab(userId: string, slug: string, permission: Permission): Promise<LabGrant> {
  const membership = await findMembership(userId, slug);
  if (!membership) throw notFound("lab", slug);
  const { labId, role } = membership;
  if (!may(role, permission))
    throw new Problem("forbidden", `Your role in this lab is ${role}: it does not allow ${permission}.`, {
      where: `lab ${slug}`,
      next: `Ask an owner of the lab for the role ${rolesThatMay(permission).toReversed().join(" or ")}.`,
    });
  return labGrant({ labId, labSlug: slug, userId, role, permission });
}
