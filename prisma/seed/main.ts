import { parseArgs } from "node:util";
import { ensureUser } from "../../server/accounts/service";
import { systemGrant, systemGrantIn } from "../../server/access/grant";
import { closeDb } from "../../server/db";
import { fillWithDemonstration } from "../../server/demonstration/service";
import { env } from "../../server/env";
import { ensureLab, setRole } from "../../server/labs/service";
import { demonstration } from "./demonstration";

/**
 * Run at every start: makes what is missing, changes nothing that is there, but for the demonstration's password.
 * Browser tests ask for a `--small` one: their pages wait for the same processors as its runs.
 */
async function main() {
  const { small } = parseArgs({ options: { small: { type: "boolean" } } }).values;
  const { PHASIC_DEMO, PHASIC_DEMO_PASSWORD } = env();
  if (!PHASIC_DEMO) return;
  if (!PHASIC_DEMO_PASSWORD)
    throw new Error("The demonstration needs PHASIC_DEMO_PASSWORD, or PHASIC_DEMO=0 to do without it.");
  const grant = systemGrant("seed: the demonstration");
  const user = await ensureUser(grant, { ...demonstration.user, password: PHASIC_DEMO_PASSWORD });
  const lab = await ensureLab(grant, { ...demonstration.lab, isDemonstration: true });
  const inLab = systemGrantIn(lab, "seed: the demonstration");
  await setRole(inLab, user.id, "editor");
  await fillWithDemonstration(inLab, true, small ? { subjects: 2, repetitions: 1 } : undefined);
}

await main().finally(closeDb);
