import { type Preferences, type Tour, usualPreferences } from "../../contracts/preferences";
import type { UserGrant } from "../access/grant";
import * as store from "./store";

export async function getPreferences(grant: UserGrant): Promise<Preferences> {
  return (await store.findPreferences(grant)) ?? usualPreferences;
}

export const setSingleKeys = (grant: UserGrant, singleKeys: boolean): Promise<Preferences> =>
  store.setSingleKeys(grant, singleKeys);

/** The person has finished or skipped a tour: it is not offered again. */
export async function rememberTour(grant: UserGrant, tour: Tour): Promise<Preferences> {
  await store.insertTour(grant, tour);
  return getPreferences(grant);
}
