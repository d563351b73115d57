import type { UserGrant } from "../access/grant";
import { isShared } from "../access/demonstration-account";
import { Problem } from "../errors";
import { attempt, forgive } from "../limits/service";
import { isPassword } from "./password";
import * as store from "./store";

/** Whoever has no password shows who they are by having signed in this recently. */
const freshMs = 10 * 60_000;

/** The demonstration's account is everybody's. Throws forbidden when it is this one. */
export function requireOwnAccount(email: string): void {
  if (!isShared(email)) return;
  throw new Problem("forbidden", "The demonstration's account is shared by everybody: it stays as it is.", {
    next: "Sign up for an account of your own.",
  });
}

/**
 * Asks a signed-in person again who they are: a browser left open must not be enough to take an account over. Throws
 * wrong-credentials, refused, forbidden or too-many.
 */
export async function confirmPerson(grant: UserGrant, password: string | undefined): Promise<void> {
  await attempt("confirm-user", grant.userId);
  const { email, passwordHash, signedInAt } = await store.findSecrets(grant);
  requireOwnAccount(email);
  if (passwordHash !== null) {
    if (!(await isPassword(passwordHash, password ?? ""))) throw wrongPassword();
  } else if (Date.now() - signedInAt.getTime() > freshMs)
    throw new Problem("refused", "You signed in longer than ten minutes ago.", {
      where: "account",
      next: "Sign out, sign in again, and repeat this within ten minutes.",
    });
  await forgive("confirm-user", grant.userId);
}

function wrongPassword() {
  const message = "This is not your password.";
  return new Problem("wrong-credentials", message, {
    where: "password",
    next: "Try again, or ask for a link to choose a new one.",
    fields: { password: [message] },
  });
}
