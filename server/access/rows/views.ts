import type { MemberRole } from "../../../contracts/lab";
import { saveView } from "../../views/service";
import { labGrant } from "../grant";
import type { LabFixture } from "../testing/lab-fixture";
import type { ProcedureRow } from "./row";

const wanted = (lab: LabFixture) => ({ list: "models" as const, name: lab.unique("view"), query: "q=rate" });

/** A view of the caller's own, new with each call. */
const oneOf = (lab: LabFixture, role: MemberRole) => {
  const userId = lab.members[role].id;
  const grant = labGrant({ labId: lab.id, labSlug: lab.slug, userId, role, permission: "lab:read" });
  return saveView(grant, wanted(lab));
};

const aboutOne = async (lab: LabFixture, role: MemberRole) => ({ id: (await oneOf(lab, role)).id });

export const views: readonly ProcedureRow[] = [
  { name: "views.list", access: "lab:read", input: () => ({ list: "models" }) },
  { name: "views.save", access: "lab:read", input: wanted, free: ["name"] },
  {
    name: "views.change",
    access: "lab:read",
    input: async (lab, role) => ({ ...(await aboutOne(lab, role)), name: lab.unique("named") }),
    free: ["name"],
  },
  {
    name: "views.share",
    access: "view:share",
    input: async (lab, role) => ({ ...(await aboutOne(lab, role)), shared: true }),
  },
  { name: "views.remove", access: "lab:read", input: aboutOne },
  {
    name: "views.setDefault",
    access: "lab:read",
    input: async (lab, role) => ({ list: "models", view: (await oneOf(lab, role)).id }),
  },
];
