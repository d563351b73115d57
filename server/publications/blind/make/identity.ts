import type { InLab } from "../../../access/grant";
import * as store from "./store";

/** Something that says whose a copy is. */
export interface Identity {
  readonly find: string;
  readonly why: string;
}

/** Names and addresses of the lab, of everybody who is or was in it, and of those whom it invited. */
export async function identitiesOf(grant: InLab): Promise<Identity[]> {
  const { lab, people, invited } = await store.findIdentities(grant);
  const found = new Map<string, Identity>();
  const add = (find: string, why: string, least = 3) => {
    const key = find.trim().toLowerCase();
    if (key.length >= least && !found.has(key)) found.set(key, { find: find.trim(), why });
  };
  add(lab.name, "This is the name of the lab.");
  add(lab.slug, "This is the address of the lab.", 4);
  for (const { name, email, orcid } of people) {
    add(name, "Somebody of the lab is called so.");
    const family = name.trim().split(/\s+/).at(-1)!;
    add(family, "Somebody of the lab has this name.");
    add(email, "This is the e-mail address of somebody of the lab.");
    add(email.split("@")[0], "This stands in the e-mail address of somebody of the lab.", 5);
    if (orcid) add(orcid, "This is the ORCID iD of somebody of the lab.");
  }
  for (const email of invited) add(email, "This is the e-mail address of somebody whom the lab invited.");
  return [...found.values()];
}
