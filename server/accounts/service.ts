import type { AccountSummary, SignUpInput } from "../../contracts/lab";
import type { PublicGrant, SystemGrant, UserGrant } from "../access/grant";
import { systemGrantIn } from "../access/grant";
import { mayBeSignedIn } from "../access/demonstration-account";
import { env } from "../env";
import { Problem } from "../errors";
import { fillWithDemonstration } from "../demonstration/service";
import { createLab, labSlugs, listLabs } from "../labs/service";
import { log } from "../log";
import { emailTaken } from "./email-taken";
import { attempt, forgive } from "./limits";
import { hashPassword, isPassword } from "./password";
import * as sessions from "./sessions/store";
import * as store from "./store";

export { answerReset, makeResetLinkFor } from "./reset/service";

/** How long a browser stays signed in. */
export const sessionSeconds = 30 * 24 * 60 * 60;

export async function me(grant: UserGrant, person: Omit<AccountSummary, "labs">): Promise<AccountSummary> {
  const { id, name, email } = person;
  return { id, name, email, labs: await listLabs(grant) };
}

/**
 * An account with a lab of its own, which opens on a copy of the demonstration. Account and lab are made together or not
 * at all. Throws closed, too-many, or conflict on the e-mail address.
 */
export async function signUp(
  grant: PublicGrant,
  { email, password, name, labName }: SignUpInput,
  address: string | null,
): Promise<{ lab: string }> {
  if (env().PHASIC_SIGNUP === "closed")
    throw new Problem("closed", "This server takes no new accounts.", { where: "sign-up" });
  await attempt("sign-up-address", address);
  const user = { email, name, passwordHash: await hashPassword(password) };
  for (const slug of labSlugs(labName)) {
    const made = await store.insertAccount(grant, user, { slug, name: labName });
    if (made) {
      await fill(made.lab);
      return { lab: made.lab.slug };
    }
    if (await store.findCredentials(grant, email)) throw emailTaken();
  }
  const message = `Too many labs are called "${labName}". Choose another name.`;
  throw new Problem("conflict", message, { where: "labName", fields: { labName: [message] } });
}

/** Another lab for somebody who has an account; it opens on a copy of the demonstration too. */
export async function openLab(grant: UserGrant, name: string): Promise<{ slug: string }> {
  const lab = await createLab(grant, name);
  await fill(lab);
  return lab;
}

/**
 * Opens a session for whoever knows the password; null for everybody else, after the same time. Throws too-many.
 */
export async function signIn(
  grant: PublicGrant,
  { email, password }: { email: string; password: string },
  from: { address: string | null; userAgent: string },
) {
  await attempt("sign-in-address", from.address);
  await attempt("sign-in-email", email);
  const user = mayBeSignedIn(email) ? await store.findCredentials(grant, email) : null;
  if (!(await isPassword(user?.passwordHash ?? null, password)) || !user) return null;
  await forgive("sign-in-email", email);
  const sessionId = await sessions.insertSession(grant, user.id, {
    seconds: sessionSeconds,
    userAgent: from.userAgent,
  });
  return { id: user.id, name: user.name, email: user.email, sessionId };
}

export const signOut = (grant: PublicGrant, sessionId: string) => sessions.deleteSession(grant, sessionId);

/** For the seed: the account with this e-mail address, with this name and password from now on. */
export async function ensureUser(
  grant: SystemGrant,
  { email, name, password }: { email: string; name: string; password: string },
) {
  return store.ensureUser(grant, { email, name, passwordHash: await hashPassword(password) });
}

/** A lab without the demonstration is still a lab: the account stands, whatever happens here. */
async function fill(lab: { id: string; slug: string }) {
  try {
    await fillWithDemonstration(systemGrantIn(lab, "sign-up: copy of the demonstration"));
  } catch (error) {
    log().error({ err: error, lab: lab.slug }, "the copy of the demonstration is not complete");
  }
}
