import { memberRoles } from "../../../contracts/lab";
import { getLab, setRole, startDeletion, stopDeletion } from "../../labs/service";
import { labGrant } from "../grant";
import { type LabFixture, makeUser } from "../testing/lab-fixture";
import type { ProcedureRow } from "./row";

/** Somebody more in the lab, new with each call. */
async function addMember(lab: LabFixture, role: "owner" | "viewer" = "viewer"): Promise<{ userId: string }> {
  const { id } = await makeUser(`${lab.unique("more").replace(" ", "-")}@${lab.slug}.example`);
  await setRole(lab.grant, id, role);
  return { userId: id };
}

async function restoreMembers(lab: LabFixture): Promise<void> {
  for (const role of memberRoles) await setRole(lab.grant, lab.members[role].id, role);
}

const ownerOf = ({ id, slug, members }: LabFixture) =>
  labGrant({
    ...{ labId: id, labSlug: slug, userId: members.owner.id, role: "owner", permission: "lab:manage" },
  });

export const labs: readonly ProcedureRow[] = [
  { name: "labs.get", access: "lab:read" },
  { name: "labs.members", access: "member:read" },
  { name: "labs.create", access: "user", input: () => ({ name: "Another lab" }) },
  {
    name: "labs.setRole",
    access: "member:manage",
    input: async (lab) => ({ ...(await addMember(lab)), role: "editor" }),
  },
  { name: "labs.removeMember", access: "member:manage", input: (lab) => addMember(lab) },
  { name: "labs.transfer", access: "lab:manage", input: (lab) => addMember(lab), after: restoreMembers },
  {
    name: "labs.leave",
    access: "lab:read",
    input: async (lab) => {
      await addMember(lab, "owner");
      return {};
    },
    after: restoreMembers,
  },
  {
    name: "labs.rename",
    access: "lab:manage",
    input: (lab) => ({ name: lab.unique("renamed") }),
    free: ["name"],
  },
  {
    name: "labs.startDeletion",
    access: "lab:manage",
    input: async (lab) => {
      await stopDeletion(ownerOf(lab));
      return { name: (await getLab(ownerOf(lab))).name };
    },
    free: ["name"],
    after: async (lab) => void (await stopDeletion(ownerOf(lab))),
  },
  {
    name: "labs.stopDeletion",
    access: "lab:manage",
    input: async (lab) => {
      await startDeletion(ownerOf(lab), (await getLab(ownerOf(lab))).name);
      return {};
    },
    after: async (lab) => void (await stopDeletion(ownerOf(lab))),
  },
];
