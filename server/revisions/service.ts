/** States of what several people write together. Nouns that have them decide what a state is, and who may read it. */
export { append, findHead, listRevisions, type RevisionRow } from "./store";
