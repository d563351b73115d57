import type { z } from "zod";
import type { Paging } from "../../contracts/list";
import type {
  InvitationAnswer,
  invitationInput,
  invitationList,
  invitationMade,
  InvitationState,
  InvitationSummary,
  PendingInvitation,
} from "../../contracts/member";
import { type LabGrant, publicGrant, type PublicGrant, type UserGrant, userGrant } from "../access/grant";
import { hashOfToken, linkAddress, type Links, newToken } from "../access/links";
import type { CurrentUser } from "../access/session";
import { notFound, Problem } from "../errors";
import { authorNames, getLab } from "../labs/service";
import { attempt } from "../limits/service";
import { canSendMail, sendMail } from "../mail/service";
import { readRows } from "../paging/service";
import { invitationLetter } from "./letter";
import * as store from "./store";

type Without<Schema extends z.ZodType> = Omit<z.infer<Schema>, "lab">;

const mostOpen = 100;
const dayMs = 24 * 60 * 60 * 1000;

/** Newest first, with what became of each. */
export async function listInvitations(
  grant: LabGrant,
  paging: Paging,
): Promise<z.infer<typeof invitationList>> {
  const read = async (ids: readonly string[]) => summaries(grant, await store.findInvitations(grant, ids));
  return {
    ...(await readRows(grant, store.listing(grant), paging, read, ({ id }) => id)),
    mail: canSendMail(),
  };
}

/**
 * A way into the lab, once. Mailed where a mail address is given and this server sends mail; otherwise the link is handed
 * back, this once. Throws refused when too many are open, and too-many when somebody mails too many in a day.
 */
export async function invite(
  grant: LabGrant,
  { role, email, days }: Without<typeof invitationInput>,
): Promise<z.infer<typeof invitationMade>> {
  if ((await store.countOpen(grant)) >= mostOpen)
    throw new Problem("refused", `This lab has ${mostOpen} open invitations already.`, {
      where: "invitations",
      next: "Revoke those that nobody will use.",
    });
  const mailed = email !== null && canSendMail();
  if (mailed) await attempt("invitation-user", grant.userId);
  const token = newToken();
  const expiresAt = new Date(Date.now() + days * dayMs);
  const row = await store.insertInvitation(grant, { tokenHash: hashOfToken(token), role, email, expiresAt });
  const [invitation] = await summaries(grant, [row]);
  const url = linkAddress("invitation", token);
  if (!mailed) return { invitation, url };
  const lab = (await getLab(grant)).name;
  const letter = invitationLetter({ lab, invitedBy: invitation.author ?? "An owner", role, url, expiresAt });
  await sendMail({
    ...{ ...letter, to: email, labId: grant.labId },
    usefulForSeconds: (days * dayMs) / 1000,
  });
  return { invitation, url: null };
}

/** Throws not-found. */
export async function revokeInvitation(grant: LabGrant, id: string): Promise<InvitationSummary> {
  if (!(await store.revokeInvitation(grant, id))) throw notFound("invitation", id);
  return (await summaries(grant, await store.findInvitations(grant, [id])))[0];
}

/** What the link that this browser opened leads to; null without one. */
export async function pendingInvitation(
  grant: PublicGrant,
  links: Links,
  user: CurrentUser | null,
): Promise<PendingInvitation | null> {
  const token = links.token("invitation");
  const found = token === null ? null : await store.findByToken(grant, hashOfToken(token));
  if (!found) return null;
  const { lab, role, invitedBy, expiresAt, state, email } = found;
  const slug = user && (await store.findOwnLab(userGrant(user.id, user.sessionId), found.labId));
  const wrong = user !== null && email !== null && email !== user.email;
  const you = !user ? "signed-out" : slug ? "member" : wrong ? "wrong-account" : "welcome";
  return { lab, role, invitedBy, expiresAt, state, email, you, slug };
}

/** Joins the lab by the link that this browser opened. Of two who do so at once, one joins. */
export async function acceptInvitation(
  grant: UserGrant,
  links: Links,
  { email }: Pick<CurrentUser, "email">,
): Promise<InvitationAnswer> {
  const token = links.token("invitation");
  if (token === null) return { outcome: "gone", slug: null };
  const answer = await store.accept(grant, { tokenHash: hashOfToken(token) }, email);
  if (answer.outcome !== "wrong-account") links.drop("invitation");
  return answer;
}

/** Those of the asked invitations that lie in the person's inbox, as they stand now. */
export async function invitedTo(grant: UserGrant, ids: readonly string[]) {
  const rows = ids.length === 0 ? [] : await store.findInvitedTo(grant, ids);
  return new Map(rows.map(({ id, role, state }) => [id, { id, role, state }]));
}

/** Joins the lab of an invitation that lies in the person's inbox. */
export async function joinInvited(
  grant: UserGrant,
  id: string,
  { email }: Pick<CurrentUser, "email">,
): Promise<InvitationAnswer> {
  const [invited] = await store.findInvitedTo(grant, [id]);
  return invited ? store.accept(grant, { id }, email) : { outcome: "gone", slug: null };
}

/** For sign-up where it needs an invitation: whom an open one is for, or null. */
export async function findOpenInvitation(
  token: string | null,
): Promise<Pick<store.FoundInvitation, "lab" | "role" | "email"> | null> {
  const found = token === null ? null : await store.findByToken(publicGrant(), hashOfToken(token));
  return found?.state === "open" ? found : null;
}

async function summaries(
  grant: LabGrant,
  rows: readonly store.InvitationRow[],
): Promise<InvitationSummary[]> {
  const makers = rows.flatMap(({ createdById }) => createdById ?? []);
  const [owners, names] = await Promise.all([
    store.ownersAmong(grant, makers),
    authorNames(
      grant,
      rows.flatMap(({ createdById, acceptedById }) => [createdById, acceptedById]),
    ),
  ]);
  const counts = (id: string | null) => id === null || owners.has(id);
  return rows.map(({ createdById, acceptedById, revokedAt, ...row }) => ({
    ...row,
    author: names(createdById),
    acceptedBy: names(acceptedById),
    state: stateOf({ ...row, revokedAt }, counts(createdById)),
  }));
}

function stateOf(
  row: Pick<store.InvitationRow, "acceptedAt" | "revokedAt" | "expiresAt">,
  makerCounts: boolean,
): InvitationState {
  if (row.acceptedAt) return "accepted";
  if (row.revokedAt) return "revoked";
  if (row.expiresAt <= new Date()) return "expired";
  return makerCounts ? "open" : "void";
}
