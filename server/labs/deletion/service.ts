import { graceDays, type LabSummary } from "../../../contracts/lab";
import type { LabGrant } from "../../access/grant";
import { Problem } from "../../errors";
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
