import { partsOfPlace } from "../../contracts/lab";
import { notFound } from "../errors";
import { enterShare } from "../shares/service";
import { enterLab } from "./enter-lab";
import type { LabGrant, ShareGrant } from "./grant";
import type { Permission } from "./permissions";

/** The door of a place: of the lab itself, or through it of what another lab shares with it. Throws as those do. */
export async function enterPlace(
  userId: string,
  place: string,
  permission: Permission,
): Promise<LabGrant | ShareGrant> {
  const { lab, share } = partsOfPlace(place);
  const grant = await enterLab(userId, lab, permission);
  return share === null ? grant : enterShare(grant, share);
}

/** Throws not-found for a place that is a lab. */
export async function enterSharedPlace(
  userId: string,
  place: string,
  permission: Permission,
): Promise<ShareGrant> {
  const grant = await enterPlace(userId, place, permission);
  if (grant.kind !== "share") throw notFound("share", place);
  return grant;
}
