import type { ResetLink } from "../../../contracts/account";
import { type LabGrant, type PublicGrant, systemGrant } from "../../access/grant";
import { isShared } from "../../access/demonstration-account";
import { hashOfToken, linkAddress, type Links, newToken } from "../../access/links";
import { notFound, Problem } from "../../errors";
import { installQueue } from "../../jobs/install";
import { canSendMail, sendMail } from "../../mail/service";
import { letters } from "../letters";
import { attempt } from "../../limits/service";
import { hashPassword } from "../password";
import * as store from "./store";

const grant = systemGrant("accounts: forgotten password");
const lifeMs = 60 * 60_000;

/**
 * Somebody forgot a password. The answer is the same, and takes the same work, whether or not the address has an account:
 * a worker looks later. Nothing happens on a server without mail. Throws too-many.
 */
export async function askReset(
  anybody: PublicGrant,
  email: string,
  address: string | null,
): Promise<{ mail: boolean }> {
  if (!canSendMail()) return { mail: false };
  await attempt("reset-address", address);
  await attempt("reset-email", email);
  await installQueue();
  await store.insertRequest(anybody, email);
  return { mail: true };
}

/** For the worker: mails the link if the address has an account, and forgets the request. */
export async function answerReset(requestId: string): Promise<void> {
  const user = await store.findRequested(grant, requestId);
  if (user && !isShared(user.email)) {
    const { url, row } = newLink(user.id, user.email);
    await store.insertLink(grant, row);
    await sendMail({ to: user.email, ...letters.reset(url) });
  }
  await store.deleteRequest(grant, requestId);
}

function newLink(userId: string, email: string | null) {
  const token = newToken();
  const expiresAt = new Date(Date.now() + lifeMs);
  const row: store.NewLink = { userId, tokenHash: hashOfToken(token), email, expiresAt };
  return { url: linkAddress("reset", token), expiresAt, row };
}

/**
 * An owner makes a link for a member who forgot their password. Whoever opens it can do all that the account can, so it must
 * not reach further than the owner does: it is refused for whoever is also in a lab that the owner does not own, and counts
 * no more once they are. Throws not-found, refused.
 */
export async function makeResetLink(owner: LabGrant, userId: string): Promise<ResetLink> {
  const member = await store.findMember(owner, userId);
  if (!member) throw notFound("member", userId);
  if (isShared(member.email))
    throw new Problem("refused", "The demonstration's account is shared by everybody: it stays as it is.");
  if (member.elsewhere !== 0)
    throw new Problem(
      "refused",
      `${member.name} is also in a lab that you do not own, and a link from you would open that lab too.`,
      {
        where: "members",
        next: "Whoever runs this server can make one: npm run phasic -- account reset, with the e-mail address.",
      },
    );
  const { row, ...link } = newLink(userId, null);
  await store.insertLinkByOwner(owner, row);
  return link;
}

/** For the command line: a link for whoever has this address. Throws not-found. */
export async function makeResetLinkFor(email: string): Promise<ResetLink & { name: string }> {
  const user = await store.findUserByEmail(grant, email);
  if (!user) throw notFound("account", email);
  const { row, ...link } = newLink(user.id, null);
  await store.insertLink(grant, row);
  return { name: user.name, ...link };
}

/** Whose link this browser has opened, so that nobody sets the password of another account unawares. */
export async function pendingReset(anybody: PublicGrant, links: Links) {
  const token = links.token("reset");
  return token === null ? null : store.findByLink(anybody, hashOfToken(token));
}

/** Sets the password by the link that this browser has opened. False when it counts no more. */
export async function reset(
  anybody: PublicGrant,
  links: Links,
  password: string,
): Promise<{ done: boolean }> {
  const token = links.token("reset");
  links.drop("reset");
  if (token === null) return { done: false };
  const user = await store.resetByLink(anybody, hashOfToken(token), await hashPassword(password));
  if (user && canSendMail()) await sendMail({ to: user.email, ...letters.passwordChanged() });
  return { done: user !== null };
}

/** Forgets links and requests that nobody used in time. */
export const dropExpiredLinks = (): Promise<void> =>
  store.deleteExpired(grant, new Date(Date.now() - lifeMs));
