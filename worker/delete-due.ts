import { deleteDueLabs, deleteDueTrash } from "../server/trash/service";

/** Deletes for good whatever nobody called back in time. Killed, it goes on where it was the next time. */
export async function deleteDue(): Promise<void> {
  await deleteDueLabs();
  await deleteDueTrash();
}
