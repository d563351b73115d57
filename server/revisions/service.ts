import type { Paging, Rows } from "../../contracts/list";
import type { ObjectRef } from "../../contracts/object";
import type { Reader } from "../access/grant";
import { readNumbered } from "../lists/service";
import * as store from "./store";

/** States of what several people write together. Nouns that have them decide what a state is, and who may read it. */
export { append, findHead, type RevisionRow } from "./store";

/** All states, also those that were not chosen, newest first. The caller has looked whether the grant may read the object. */
export const readRevisions = async <State extends { readonly number: number }>(
  grant: Reader,
  object: ObjectRef,
  paging: Paging,
  views: (rows: readonly store.RevisionRow[]) => Promise<readonly State[]>,
): Promise<Rows<State>> =>
  readNumbered(
    paging,
    async (before, take) => views(await store.listRevisions(grant, object, before, take)),
    await store.countRevisions(grant, object),
  );
