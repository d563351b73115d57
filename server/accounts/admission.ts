import type { Jar } from "../access/cookie";
import { linksOf } from "../access/links";
import { env } from "../env";
import { Problem } from "../errors";
import { findOpenInvitation } from "../invitations/service";

export type Invitation = NonNullable<Awaited<ReturnType<typeof findOpenInvitation>>>;

/** Whether whoever holds this browser may make an account (PHASIC_SIGNUP), and the open invitation that they came with. */
export async function admission(
  jar: Jar,
): Promise<{ may: "yes" | "closed" | "uninvited"; invitation: Invitation | null }> {
  const { PHASIC_SIGNUP } = env();
  if (PHASIC_SIGNUP === "closed") return { may: "closed", invitation: null };
  const invitation = await findOpenInvitation(linksOf(jar).token("invitation"));
  return { may: PHASIC_SIGNUP === "open" || invitation ? "yes" : "uninvited", invitation };
}

/** The same for the account with this address. Throws closed, and refused when the invitation is for another address. */
export async function admit(jar: Jar, email: string): Promise<Invitation | null> {
  const { may, invitation } = await admission(jar);
  if (may === "closed")
    throw new Problem("closed", "This server takes no new accounts.", { where: "sign-up" });
  if (may === "uninvited")
    throw new Problem("closed", "This server takes new accounts by invitation only.", {
      where: "sign-up",
      next: "Ask an owner of a lab for an invitation, open its link, and come back.",
    });
  if (env().PHASIC_SIGNUP === "invite" && invitation?.email && invitation.email !== email) {
    const message = `The invitation is for ${invitation.email}.`;
    throw new Problem("refused", message, {
      where: "email",
      next: "Use that address, or ask for an invitation to this one.",
      fields: { email: [message] },
    });
  }
  return invitation;
}
