import { RateLimiterRes, type RateLimiterAbstract } from "rate-limiter-flexible";
import { publicGrant } from "../access/grant";
import { Problem } from "../errors";
import { limiter } from "./store";

/**
 * How often anybody may try. By e-mail address only failures count, so that nobody guesses one password for long; by
 * network address everything counts, so that nobody tries many accounts. Without an address (PHASIC_TRUST_PROXY) all
 * unknown comers share one, larger allowance.
 */
const rules = {
  "sign-in-email": { points: 10, seconds: 15 * 60 },
  "sign-in-address": { points: 60, seconds: 15 * 60 },
  "sign-up-address": { points: 30, seconds: 60 * 60 },
  "reset-email": { points: 5, seconds: 60 * 60 },
  "reset-address": { points: 30, seconds: 60 * 60 },
  /** A signed-in person's own password, asked again before something that matters. */
  "confirm-user": { points: 10, seconds: 15 * 60 },
  "export-user": { points: 10, seconds: 60 * 60 },
  "letter-user": { points: 10, seconds: 60 * 60 },
  /** Letters to people of whom this server knows nothing but an address. */
  "invitation-user": { points: 50, seconds: 24 * 60 * 60 },
  /** A new lab holds a copy of the demonstration. */
  "lab-user": { points: 20, seconds: 60 * 60 },
} as const;
type Rule = keyof typeof rules;
const unknown = { key: "unknown", times: 10 } as const;

const made = new Map<string, RateLimiterAbstract>();
function limiterOf(rule: Rule, times: number): RateLimiterAbstract {
  const name = `${rule}x${times}`;
  const found =
    made.get(name) ?? limiter(publicGrant(), rule, rules[rule].points * times, rules[rule].seconds);
  made.set(name, found);
  return found;
}

/** Takes one attempt off the allowance. Throws too-many, with the time to wait. */
export async function attempt(rule: Rule, who: string | null): Promise<void> {
  try {
    await limiterOf(rule, who === null ? unknown.times : 1).consume(who ?? unknown.key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const minutes = Math.max(1, Math.ceil(error.msBeforeNext / 60_000));
    throw new Problem("too-many", "There were too many attempts.", {
      next: `Wait ${minutes === 1 ? "a minute" : `${minutes} minutes`}, then try again.`,
    });
  }
}

/** Forgets the failures of somebody who has shown that they are who they say. */
export async function forgive(rule: Rule, who: string): Promise<void> {
  await limiterOf(rule, 1).delete(who);
}
