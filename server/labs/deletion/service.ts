import { graceDays, type LabSummary } from "../../../contracts/lab";
import { type LabGrant, systemGrant } from "../../access/grant";
import { Problem } from "../../errors";
import { installQueue } from "../../jobs/install";
import { log } from "../../log";
import { findLab } from "../store";
import * as store from "./store";

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Asks that the lab be deleted when the grace is over; until then everything goes on, under a notice. Throws invalid unless
 * `name` is the lab's, and refused for the demonstration.
 */
export async function startDeletion(grant: LabGrant, name: string): Promise<LabSummary> {
  const lab = await findLab(grant);
  if (lab.isDemonstration)
    throw new Problem("refused", "New labs begin with a copy of the demonstration: it stays.", {
      where: "lab",
      next: "Delete a lab of your own instead.",
    });
  if (name.normalize().trim() !== lab.name)
    throw new Problem("invalid", "This is not the lab's name.", {
      where: "name",
      next: `Type ${lab.name}.`,
      fields: { name: [`Type ${lab.name}.`] },
    });
  await store.setDeletion(grant, lab.name, new Date(Date.now() + graceDays * dayMs));
  return summary(grant);
}

/** Calls the deletion back; nothing has happened to the lab. */
export async function stopDeletion(grant: LabGrant): Promise<LabSummary> {
  await store.setDeletion(grant, (await findLab(grant)).name, null);
  return summary(grant);
}

const summary = async (grant: LabGrant): Promise<LabSummary> => ({
  ...(await findLab(grant)),
  role: grant.role,
});

/**
 * For the worker: deletes the labs whose grace is over, in portions. Broken off at any point it goes on from there when it
 * is called again; nobody enters such a lab meanwhile. Gives how many it finished.
 */
export async function deleteDueLabs(): Promise<number> {
  const grant = systemGrant("worker: deletes labs after their grace");
  await installQueue();
  const due = await store.listDue(grant);
  for (const lab of due) {
    for (const portion of store.portions) while ((await store.deletePortion(grant, lab, portion)) > 0);
    await store.deleteRest(grant, lab);
    log().info({ lab: lab.id }, "a lab was deleted: its grace was over");
  }
  return due.length;
}
