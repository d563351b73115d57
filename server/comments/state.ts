import { type ObjectState, objectState, type Shown } from "../../contracts/comment";
import { comparisonQuery } from "../../contracts/comparison";
import type { ObjectKind, ObjectRef } from "../../contracts/object";
import type { Reader } from "../access/grant";
import * as store from "./state/store";

type Read = (grant: Reader, id: string, version: number | null) => Promise<Partial<ObjectState>>;

const versioned =
  (find: typeof store.findModelVersion): Read =>
  async (grant, id, version) => {
    const found = (await find(grant, id, version)) ?? (await find(grant, id, null));
    return found ? { version: found.number, hash: found.hash } : {};
  };

/** One line per kind whose numbers can change under a comment; other kinds have a state that says nothing. */
const readers: Partial<Record<ObjectKind, Read>> = {
  model: versioned(store.findModelVersion),
  paradigm: versioned(store.findParadigmVersion),
  dataset: versioned(store.findDatasetVersion),
  dashboard: versioned(store.findDashboardVersion),
  run: async (grant, id) => {
    const run = await store.findRunResult(grant, id);
    return run ? { engines: [run.engineVersion], hash: run.result?.hash ?? null } : {};
  },
  experiment: async (grant, id) => {
    const { done, of, engines } = await store.countRuns(grant, id);
    return { runs: { done, of }, engines: engines.slice(0, 8) };
  },
  comparison: async (grant, id) => {
    const query = comparisonQuery.safeParse(await store.findComparisonState(grant, id));
    return query.success ? { query: query.data } : {};
  },
};

/** As it is now; of a version, where one is named and exists. */
export const stateOf = async (
  grant: Reader,
  { kind, id }: ObjectRef,
  version: number | null = null,
): Promise<ObjectState> => objectState.parse((await readers[kind]?.(grant, id, version)) ?? {});

/** As somebody saw it: what only the page knows comes from the page, everything else from the database. */
export async function stateSeen(grant: Reader, object: ObjectRef, shown: Shown): Promise<ObjectState> {
  const now = await stateOf(grant, object, shown.version);
  if (object.kind !== "comparison") return now;
  return { ...now, query: shown.query ?? now.query, engines: shown.engines };
}
