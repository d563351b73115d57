import type { Theory } from "./theory";

/** Every theory there is. A theory of this folder that is missing here fails the conformance suite. */
export const theories: readonly Theory[] = [];

/** The theory with this key. Throws RangeError, naming those there are. */
export function theoryNamed(key: string): Theory {
  const found = theories.find(({ declaration }) => declaration.key === key);
  if (!found)
    throw new RangeError(
      `There is no theory "${key}". There are: ${theories.map(({ declaration }) => declaration.key).join(", ")}.`,
    );
  return found;
}
