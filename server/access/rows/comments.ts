import type { MemberRole } from "../../../contracts/lab";
import type { ObjectRef } from "../../../contracts/object";
import { startThread } from "../../comments/service";
import { enterLab } from "../enter-lab";
import type { LabFixture } from "../testing/lab-fixture";
import { makeModel } from "./models";
import type { ProcedureRow } from "./row";

let count = 0;
const once = () => `access contract ${(count += 1)}`;
const aModel = async (lab: LabFixture): Promise<ObjectRef> => ({
  kind: "model",
  id: (await makeModel(lab)).id,
});

const beginning = {
  anchor: { figure: null, place: null },
  shown: { version: 1, query: null, engines: [] },
  visibility: "lab" as const,
  body: "Why is this so slow?",
};

/** A thread of one comment about a model of its own, by this member. */
export async function makeThread(lab: LabFixture, as: MemberRole = "owner") {
  const grant = await enterLab(lab.members[as].id, lab.slug, "comment:create");
  return startThread(grant, { ...beginning, object: await aModel(lab), once: once() });
}

/** Who may not write cannot have written it. */
const writer = (as: MemberRole) => (as === "viewer" ? "owner" : as);
const aComment = async (lab: LabFixture, as: MemberRole) => ({
  comment: (await makeThread(lab, writer(as))).comment,
});
const aThread = async (lab: LabFixture) => ({ thread: (await makeThread(lab)).thread });

export const comments: readonly ProcedureRow[] = [
  {
    name: "comments.threads",
    access: "comment:read",
    input: async (lab) => ({ object: await aModel(lab) }),
  },
  {
    name: "comments.thread",
    access: "comment:read",
    input: async (lab, as) => ({ of: await aComment(lab, as) }),
  },
  { name: "comments.history", access: "comment:read", input: aComment },
  {
    name: "comments.audience",
    access: "comment:create",
    input: async (lab) => ({ object: await aModel(lab) }),
  },
  {
    name: "comments.start",
    access: "comment:create",
    input: async (lab) => ({ ...beginning, object: await aModel(lab), once: once() }),
    free: ["once"],
  },
  {
    name: "comments.reply",
    access: "comment:create",
    input: async (lab) => ({ ...(await aThread(lab)), body: "Because.", once: once() }),
    free: ["once"],
  },
  {
    name: "comments.edit",
    access: "comment:create",
    input: async (lab, as) => ({ ...(await aComment(lab, as)), body: "Why is this so quick?" }),
  },
  {
    name: "comments.setDeleted",
    access: "comment:create",
    input: async (lab, as) => ({ ...(await aComment(lab, as)), deleted: true }),
  },
  {
    name: "comments.react",
    access: "comment:create",
    input: async (lab, as) => ({ ...(await aComment(lab, as)), key: "agree", on: true }),
  },
  {
    name: "comments.resolve",
    access: "comment:create",
    input: async (lab) => ({ ...(await aThread(lab)), resolved: true }),
  },
  {
    name: "comments.mute",
    access: "comment:read",
    input: async (lab) => ({ ...(await aThread(lab)), muted: true }),
  },
];
