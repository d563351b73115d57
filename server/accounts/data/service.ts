import { randomBytes } from "node:crypto";
import type { UserGrant } from "../../access/grant";
import { Problem } from "../../errors";
import { confirmPerson } from "../confirm";
import * as store from "./store";

export { exportData } from "./export";

/**
 * Deletes the account of whoever asks. What they made in labs stays there under a pseudonym, in the audit log too. Throws
 * refused while they are the only owner of a lab.
 */
export async function deleteAccount(grant: UserGrant, { password }: { password?: string }): Promise<void> {
  await confirmPerson(grant, password);
  const email = `${randomBytes(12).toString("hex")}@deleted.invalid`;
  const { ownedAlone } = await store.deleteAccount(grant, { name: await pseudonym(grant), email });
  if (ownedAlone.length === 0) return;
  const labs = ownedAlone.map((name) => `"${name}"`).join(", ");
  throw new Problem("refused", `You are the only owner of ${labs}.`, {
    where: "labs",
    next: "Hand each over to another member or delete it; then delete your account.",
  });
}

/** Says nothing of whom it stands for: four hexadecimal digits by chance, more when all of those are taken. */
async function pseudonym(grant: UserGrant): Promise<string> {
  for (let digits = 4; ; digits += 1)
    for (let attempt = 0; attempt < 8; attempt += 1) {
      const name = `Former member ${randomBytes(digits).toString("hex").slice(0, digits)}`;
      if (!(await store.isNameTaken(grant, name))) return name;
    }
}
