import type { InLab } from "../access/grant";
import { Problem } from "../errors";
import { countWaiting } from "./store";

/** Runs of one lab that are computed before the turn of others comes. */
const inOneTurn = 50;
/** What the machinery launches by itself comes after all that people launch. */
const lastTurn = 900;
/** Of one lab; a machine of many cores computes these for days. */
const mostWaiting = 50_000;

/**
 * Priorities for runs that a person launches, by how many of their lab's wait before: labs take turns, so that whoever
 * launches thousands keeps nobody from a first result. Lower is sooner. Throws refused where too many would wait.
 */
export async function turnsOf(grant: InLab, more: number): Promise<(index: number) => number> {
  const waiting = await countWaiting(grant, lastTurn);
  if (waiting + more > mostWaiting) {
    const number = new Intl.NumberFormat("en");
    throw new Problem(
      "refused",
      `${number.format(waiting)} runs of this lab wait to be computed, and with these ${number.format(more)} it would be more than ${number.format(mostWaiting)}.`,
      { where: "runs", next: "Wait until some of them are done, or cancel what nobody needs any more." },
    );
  }
  return (index) => Math.min(lastTurn, Math.floor((waiting + index) / inOneTurn));
}
