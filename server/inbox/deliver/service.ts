/** What other nouns need to put something into an inbox. It imports none of them, so that each of them may import it. */
export { deliver } from "./store";
