import { invite } from "../../invitations/service";
import { labGrant } from "../grant";
import type { LabFixture } from "../testing/lab-fixture";
import type { ProcedureRow } from "./row";

const ownerOf = ({ id, slug, members }: LabFixture) =>
  labGrant({
    ...{ labId: id, labSlug: slug, userId: members.owner.id, role: "owner" },
    permission: "member:manage",
  });

export const invitations: readonly ProcedureRow[] = [
  { name: "invitations.list", access: "member:manage" },
  { name: "invitations.create", access: "member:manage", input: () => ({ role: "viewer" }) },
  {
    name: "invitations.revoke",
    access: "member:manage",
    input: async (lab) => {
      const wanted = { role: "viewer" as const, email: null, days: 7 };
      return { id: (await invite(ownerOf(lab), wanted)).invitation.id };
    },
  },
  { name: "invitations.pending", access: "public" },
  { name: "invitations.accept", access: "user" },
  { name: "invitations.join", access: "user", input: () => ({ id: "never-was" }) },
];
