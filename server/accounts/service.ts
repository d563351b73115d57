import type { AccountSummary, SignUpInput } from "../../contracts/lab";
import type { PublicGrant, SystemGrant, UserGrant } from "../access/grant";
import type { Jar } from "../access/cookie";
import { mayBeSignedIn } from "../access/demonstration-account";
import { cookies, sessionToken } from "../access/session";
import { Problem } from "../errors";
import { openingEnd, openWithDemonstration } from "../demonstration/service";
import { createLab, labSlugs, listLabs } from "../labs/service";
import { admit } from "./admission";
import { emailTaken } from "./email-taken";
import { attempt, forgive } from "../limits/service";
import { findNewcomer, forgetNewcomer } from "./oauth/service";
import { hashPassword, isPassword } from "./password";
import { closeSession, openSession, sessionSeconds } from "./sessions/service";
import * as store from "./store";

export { answerReset, makeResetLinkFor } from "./reset/service";

export async function me(grant: UserGrant, person: Omit<AccountSummary, "labs">): Promise<AccountSummary> {
  const { id, name, email } = person;
  return { id, name, email, labs: await listLabs(grant) };
}

/**
 * An account with a lab of its own, which opens on a copy of the demonstration; whoever was invited may do without one.
 * Account and lab are made together or not at all. Without a password it is for whoever came from elsewhere with this
 * browser (oauth), and lets them in at once. Throws closed, too-many, invalid, refused, or conflict on the e-mail address.
 */
export async function signUp(
  grant: PublicGrant,
  { email, password, name, labName }: SignUpInput,
  from: { address: string | null; userAgent: string; jar: Jar },
): Promise<{ lab: string | null; entered: boolean }> {
  const invitation = await admit(from.jar, email);
  await attempt("sign-up-address", from.address);
  if (labName === undefined && !invitation) throw missing("labName", "Give your lab a name.");
  const identity = password === undefined ? await findNewcomer(from.jar) : null;
  if (password === undefined && !identity)
    throw missing("password", "Choose a password, or come from the other place once more.");
  const user: store.NewAccount = {
    ...{ email, name, identity },
    passwordHash: password === undefined ? null : await hashPassword(password),
  };
  const made = await makeAccount(grant, user, labName);
  if (identity) await letIn(grant, made.id, from);
  if (made.lab) await openWithDemonstration(made.lab);
  return { lab: made.lab?.slug ?? null, entered: identity !== null };
}

async function makeAccount(grant: PublicGrant, user: store.NewAccount, labName: string | undefined) {
  for (const slug of labName === undefined ? [null] : labSlugs(labName)) {
    const lab = slug === null ? null : { slug, name: labName!, openingUntil: openingEnd() };
    const made = await store.insertAccount(grant, user, lab);
    if (made) return made;
    if (await store.findCredentials(grant, user.email)) throw emailTaken();
    if (user.identity && (await store.hasIdentity(grant, user.identity))) throw identityTaken();
  }
  const message = `Too many labs are called "${labName}". Choose another name.`;
  throw new Problem("conflict", message, { where: "labName", fields: { labName: [message] } });
}

async function letIn(grant: PublicGrant, userId: string, from: { userAgent: string; jar: Jar }) {
  const sid = await openSession(grant, userId, from.userAgent);
  from.jar.set(cookies().sessionToken.name, await sessionToken(sid, sessionSeconds), sessionSeconds);
  forgetNewcomer(from.jar);
}

const missing = (field: "labName" | "password", message: string) =>
  new Problem("invalid", message, { where: field, fields: { [field]: [message] } });
const identityTaken = () =>
  new Problem("conflict", "There is an account for whoever you came as already.", {
    where: "sign-up",
    next: "Sign in the same way once more.",
  });

/** Another lab for somebody who has an account; it opens on a copy of the demonstration too. Throws too-many, conflict. */
export async function openLab(
  grant: UserGrant,
  { name, empty }: { readonly name: string; readonly empty: boolean },
): Promise<{ slug: string }> {
  await attempt("lab-user", grant.userId);
  const lab = await createLab(grant, name, empty ? null : openingEnd());
  if (!empty) await openWithDemonstration(lab);
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
  const sessionId = await openSession(grant, user.id, from.userAgent);
  return { id: user.id, name: user.name, email: user.email, sessionId };
}

export const signOut = closeSession;

/** For the seed: the account with this e-mail address, with this name and password from now on. */
export async function ensureUser(
  grant: SystemGrant,
  { email, name, password }: { email: string; name: string; password: string },
) {
  return store.ensureUser(grant, { email, name, passwordHash: await hashPassword(password) });
}
