import { z } from "zod";
import { paging, rowsOf } from "./list";
import { email, id, inLab, labSlug, memberRole, objectName } from "./lab";

export const memberListInput = inLab.extend(paging);
export const memberRef = inLab.extend({ userId: id });
export const memberRoleInput = memberRef.extend({ role: memberRole });
export const labRenameInput = inLab.extend({ name: objectName });
/** Its name, typed by whoever wants it gone. */
export const labDeletionInput = inLab.extend({ name: z.string().max(200) });

/** `void`: whoever made it is no owner any more, so it opens nothing. */
export const invitationStates = ["open", "accepted", "expired", "revoked", "void"] as const;
export const invitationState = z.enum(invitationStates);
export type InvitationState = z.infer<typeof invitationState>;

export const invitationDays = { least: 1, most: 30, usual: 7 } as const;
export const invitationInput = inLab.extend({
  role: memberRole,
  /** Whom it is mailed to, and who alone may use it; null makes a link for whoever is handed it. */
  email: email.nullable().default(null),
  days: z.number().int().min(invitationDays.least).max(invitationDays.most).default(invitationDays.usual),
});
export const invitationRef = inLab.extend({ id });
export const invitationJoinInput = z.object({ id });
export const invitationSummary = z.object({
  id,
  role: memberRole,
  email: z.string().nullable(),
  state: invitationState,
  author: z.string().nullable(),
  createdAt: z.date(),
  expiresAt: z.date(),
  acceptedBy: z.string().nullable(),
  acceptedAt: z.date().nullable(),
});
export type InvitationSummary = z.infer<typeof invitationSummary>;
export const invitationListInput = inLab.extend(paging);
export const invitationList = rowsOf(invitationSummary).extend({
  /** Whether this server sends mail; where it does not, links are handed over. */
  mail: z.boolean(),
});
export const invitationMade = z.object({
  invitation: invitationSummary,
  /** Shown this once, and never again; null where it was mailed. */
  url: z.string().nullable(),
});

/** What the link that this browser opened leads to, and what stands in the way. */
export const pendingInvitation = z
  .object({
    lab: z.string(),
    role: memberRole,
    /** Null when whoever made it is gone. */
    invitedBy: z.string().nullable(),
    expiresAt: z.date(),
    state: invitationState,
    email: z.string().nullable(),
    /** `member`: this account is in the lab already; its address is in `slug`. */
    you: z.enum(["signed-out", "welcome", "wrong-account", "member"]),
    slug: labSlug.nullable(),
  })
  .nullable();
export type PendingInvitation = NonNullable<z.infer<typeof pendingInvitation>>;
/** `gone`: used, revoked or expired meanwhile, or no link at all. */
export const invitationAnswer = z.object({
  outcome: z.enum(["joined", "member", "wrong-account", "gone"]),
  slug: labSlug.nullable(),
});
export type InvitationAnswer = z.infer<typeof invitationAnswer>;
