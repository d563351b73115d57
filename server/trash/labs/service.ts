import { systemGrant } from "../../access/grant";
import { installQueue } from "../../jobs/install";
import { log } from "../../log";
import * as store from "./store";

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
