import { beforeAll, expect, it } from "vitest";
import { comparisonState } from "../../contracts/comparison";
import { enterLab } from "../access/enter-lab";
import type { LabGrant } from "../access/grant";
import { makeComparison } from "../access/rows/comparisons";
import { type LabFixture, makeLab } from "../access/testing/lab-fixture";
import { renameObject } from "../objects/service";
import { getComparison, keepAside, listHistory, updateComparison } from "./service";

let lab: LabFixture;
let ada: LabGrant;
let ben: LabGrant;
beforeAll(async () => {
  lab = await makeLab("lab-one");
  ada = await enterLab(lab.members.owner.id, lab.slug, "comparison:create");
  ben = await enterLab(lab.members.editor.id, lab.slug, "comparison:create");
});

it("changed by two at once loses nothing: one is told, merges, and every state is in the history", async () => {
  const { id, updatedAt, state } = await makeComparison(lab);
  const wanted = [
    { ...state, band: "ci" },
    { ...state, block: 20 },
  ].map((one) => comparisonState.parse(one));
  const change = (by: LabGrant, at: Date, next = state, aside: typeof state | null = null) =>
    updateComparison(by, { id, updatedAt: at, state: next, aside });
  const attempts = await Promise.allSettled([
    change(ada, updatedAt, wanted[0]),
    change(ben, updatedAt, wanted[1]),
  ]);
  const lost = attempts.findIndex(({ status }) => status === "rejected");
  expect(attempts.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((attempts[lost] as PromiseRejectedResult).reason).toMatchObject({ details: { code: "conflict" } });
  const head = await getComparison(ada, id);
  expect(head.state).toEqual(wanted[1 - lost]);
  const merged = comparisonState.parse({ ...state, band: "ci", block: 20 });
  await change([ada, ben][lost], head.updatedAt, merged, wanted[lost]);
  expect((await getComparison(ada, id)).state).toEqual(merged);
  const { rows: history } = await listHistory(ada, id, { limit: 50 });
  expect(history.map((one) => [one.state, one.aside])).toEqual([
    [merged, false],
    [wanted[lost], true],
    [wanted[1 - lost], false],
    [state, false],
  ]);
});

it("keeps what was not chosen, and a name that somebody gave it meanwhile", async () => {
  const { id, updatedAt, state } = await makeComparison(lab);
  await renameObject(ben, { kind: "comparison", id }, "Named by Ben");
  const mine = { ...state, individuals: false };
  await updateComparison(ada, { id, updatedAt, state: { ...state, block: 50 }, aside: null });
  expect((await getComparison(ada, id)).name).toBe("Named by Ben");
  await keepAside(ben, { id, state: mine });
  const { rows: history } = await listHistory(ben, id, { limit: 50 });
  expect(history[0]).toMatchObject({ aside: true, author: "editor", state: mine });
  expect((await getComparison(ada, id)).state.block).toBe(50);
});
