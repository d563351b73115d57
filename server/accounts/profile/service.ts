import type { AccountProfile, ProfileInput } from "../../../contracts/account";
import { isShared } from "../../access/demonstration-account";
import type { PublicGrant, UserGrant } from "../../access/grant";
import { hashOfToken, linkAddress, type Links, newToken } from "../../access/links";
import { canSendMail, sendMail } from "../../mail/service";
import { confirmPerson, requireOwnAccount } from "../confirm";
import { emailTaken } from "../email-taken";
import { letters } from "../letters";
import { attempt } from "../../limits/service";
import { hashPassword } from "../password";
import * as store from "./store";

const linkMs = 60 * 60_000;

export async function getProfile(grant: UserGrant): Promise<AccountProfile> {
  const { emailVerifiedAt, orcidVerifiedAt, passwordHash, ...row } = await store.findProfile(grant);
  return {
    ...row,
    emailVerified: emailVerifiedAt !== null,
    orcidVerified: orcidVerifiedAt !== null,
    hasPassword: passwordHash !== null,
    isShared: isShared(row.email),
    mail: canSendMail(),
  };
}

/** Throws forbidden for the demonstration's account. */
export async function updateProfile(grant: UserGrant, wanted: ProfileInput): Promise<AccountProfile> {
  const { email, orcid, orcidVerifiedAt } = await store.findProfile(grant);
  requireOwnAccount(email);
  await store.updateProfile(grant, {
    ...wanted,
    // what ORCID said holds for that iD only
    orcidVerifiedAt: wanted.orcid === orcid ? orcidVerifiedAt : null,
  });
  return getProfile(grant);
}

/** Also for whoever has no password yet. Every other browser is signed out. */
export async function changePassword(
  grant: UserGrant,
  { password, newPassword }: { password?: string; newPassword: string },
): Promise<void> {
  await confirmPerson(grant, password);
  await store.updatePassword(grant, await hashPassword(newPassword));
  const { email } = await store.findProfile(grant);
  if (canSendMail()) await sendMail({ to: email, ...letters.passwordChanged() });
}

/**
 * Another address to sign in with. With mail it counts once a link sent there is opened; without, at once. Throws conflict
 * when it has an account.
 */
export async function changeEmail(
  grant: UserGrant,
  { password, email }: { password?: string; email: string },
): Promise<{ sent: boolean }> {
  await confirmPerson(grant, password);
  if (await store.isEmailTaken(grant, email)) throw emailTaken();
  if (canSendMail()) {
    await sendEmailLink(grant, email);
    return { sent: true };
  }
  if (!(await store.updateEmail(grant, email))) throw emailTaken();
  return { sent: false };
}

/** Sends a link by which the person shows that their address is theirs; nothing on a server without mail. */
export async function verifyEmail(grant: UserGrant): Promise<{ sent: boolean }> {
  const { email } = await store.findProfile(grant);
  requireOwnAccount(email);
  if (!canSendMail()) return { sent: false };
  await sendEmailLink(grant, email);
  return { sent: true };
}

async function sendEmailLink(grant: UserGrant, email: string): Promise<void> {
  await attempt("letter-user", grant.userId);
  const token = newToken();
  await store.insertEmailLink(grant, {
    tokenHash: hashOfToken(token),
    email,
    expiresAt: new Date(Date.now() + linkMs),
  });
  await sendMail({ to: email, ...letters.verify(linkAddress("email", token)) });
}

/** Whose address the link that this browser has opened would confirm. */
export async function pendingEmail(anybody: PublicGrant, links: Links) {
  const token = links.token("email");
  return token === null ? null : store.findByEmailLink(anybody, hashOfToken(token));
}

/** Confirms an address by the link that this browser has opened. False when it counts no more. Throws conflict. */
export async function confirmEmail(anybody: PublicGrant, links: Links): Promise<{ done: boolean }> {
  const token = links.token("email");
  links.drop("email");
  if (token === null) return { done: false };
  const outcome = await store.confirmByLink(anybody, hashOfToken(token));
  if (outcome === "taken") throw emailTaken();
  if (outcome && outcome.before !== outcome.after && canSendMail())
    await sendMail({ to: outcome.before, ...letters.emailChanged() });
  return { done: outcome !== null };
}
