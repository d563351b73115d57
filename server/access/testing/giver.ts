import type { ObjectRef } from "../../../contracts/object";
import type { ShareTerms } from "../../../contracts/share";
import { ensureLab } from "../../labs/service";
import { acceptOffer, offer } from "../../shares/service";
import { type LabGrant, labGrant, systemGrant, systemGrantIn } from "../grant";
import type { LabFixture } from "./lab-fixture";

/** A lab that shares with the fixture's; a new one with each call, with the same people in mind. */
export async function makeGiver(lab: LabFixture): Promise<LabFixture> {
  const slug = lab.unique(`giver to ${lab.slug}`).replaceAll(" ", "-");
  const giver = await ensureLab(systemGrant("test"), { slug, name: slug });
  return { ...lab, ...giver, grant: systemGrantIn(giver, "test") };
}

/** Somebody of the lab who may give and take; in a giver, whoever owns the fixture's lab. */
export const managerOf = ({ id, slug, members }: LabFixture): LabGrant =>
  labGrant({
    ...{ labId: id, labSlug: slug, userId: members.owner.id, role: "owner" },
    permission: "share:manage",
  });

export const readingOnly: ShareTerms = {
  ...{ level: "read", licence: "CC-BY-4.0", mayFork: false, mayExport: false, mayPublish: false },
};

/** Opens an object of `giver` to the lab, which has accepted. */
export async function shareWith(
  lab: LabFixture,
  giver: LabFixture,
  object: ObjectRef,
  terms: Partial<ShareTerms> = {},
): Promise<{ id: string; place: string }> {
  const { share } = await offer(managerOf(giver), { object, ...readingOnly, ...terms, to: lab.slug });
  await acceptOffer(managerOf(lab), share.id);
  return { id: share.id, place: `${lab.slug}/shared/${share.id}` };
}
