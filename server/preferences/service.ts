import type { z } from "zod";
import {
  type digestInput,
  type Preferences,
  preferences,
  type Tour,
  usualPreferences,
} from "../../contracts/preferences";
import type { UserGrant } from "../access/grant";
import * as store from "./store";

export async function getPreferences(grant: UserGrant): Promise<Preferences> {
  return preferences.nullable().parse(await store.findPreferences(grant)) ?? usualPreferences;
}

export async function setSingleKeys(grant: UserGrant, singleKeys: boolean): Promise<Preferences> {
  await store.setSingleKeys(grant, singleKeys);
  return getPreferences(grant);
}

/** The first digest comes at its next usual time. */
export async function setDigest(grant: UserGrant, wanted: z.infer<typeof digestInput>): Promise<Preferences> {
  await store.setDigest(grant, wanted);
  return getPreferences(grant);
}

/** The person has finished or skipped a tour: it is not offered again. */
export async function rememberTour(grant: UserGrant, tour: Tour): Promise<Preferences> {
  await store.insertTour(grant, tour);
  return getPreferences(grant);
}
