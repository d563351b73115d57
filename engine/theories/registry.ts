import type { RateNetwork } from "../math/rate-network";
import { createKernel } from "../math/rate-network-kernel";
import { createActr } from "./actr/actr";
import { td } from "./td/td";
import type { Theory } from "./theory";

/** One network per trial length and thread: every call writes it anew. */
const networks = new Map<number, RateNetwork>();
const sharedNetwork = (steps: number): RateNetwork => {
  const found = networks.get(steps) ?? createKernel(steps);
  networks.set(steps, found);
  return found;
};

/** Every theory there is. A theory of this folder that is missing here fails the conformance suite. */
export const theories: readonly Theory[] = [createActr({ network: sharedNetwork }), td];

/** The theory with this key. Throws RangeError, naming those there are. */
export function theoryNamed(key: string): Theory {
  const found = theories.find(({ declaration }) => declaration.key === key);
  if (!found)
    throw new RangeError(
      `There is no theory "${key}". There are: ${theories.map(({ declaration }) => declaration.key).join(", ")}.`,
    );
  return found;
}
