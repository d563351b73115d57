import { z } from "zod";
import { email, id, inLab, password } from "./lab";
import { paging } from "./list";
import { orcid } from "./orcid";
import { personName, timeZone } from "./person";

/** What a person sees of their own account. */
export const accountProfile = z.object({
  name: z.string(),
  email: z.string(),
  emailVerified: z.boolean(),
  timeZone,
  orcid: z.string().nullable(),
  /** True when ORCID itself said that it is theirs. */
  orcidVerified: z.boolean(),
  hasPassword: z.boolean(),
  /** The demonstration's account is everybody's: nobody changes it. */
  isShared: z.boolean(),
  /** Whether this server sends mail. */
  mail: z.boolean(),
});
export type AccountProfile = z.infer<typeof accountProfile>;

export const profileInput = z.object({ name: personName, timeZone, orcid: orcid.nullable() });
export type ProfileInput = z.infer<typeof profileInput>;

/** The person's own password, asked again before something that matters; left out by those who have none. */
export const proof = z.object({ password: z.string().max(200).optional() });
export const changePasswordInput = proof.extend({ newPassword: password });
export const changeEmailInput = proof.extend({ email });
/** Whether a letter with a link is on its way; false on a server that sends no mail. */
export const letterSent = z.object({ sent: z.boolean() });

export const accountSession = z.object({
  id,
  userAgent: z.string(),
  createdAt: z.date(),
  seenAt: z.date(),
  current: z.boolean(),
});
export type AccountSession = z.infer<typeof accountSession>;
export const sessionListInput = z.object(paging);
export const endSessionInput = z.object({ id });

export const askResetInput = z.object({ email });
/** Whether this server sends mail; says nothing of whether the address has an account. */
export const resetAsked = z.object({ mail: z.boolean() });
export const resetInput = z.object({ password });
/** Whose link a browser has opened; null when it counts no more. */
export const pendingReset = z.object({ name: z.string(), email: z.string() }).nullable();
export const pendingEmail = z.object({ name: z.string(), email: z.string() }).nullable();
/** False when the link counts no more. */
export const linkOutcome = z.object({ done: z.boolean() });
export const makeResetLinkInput = inLab.extend({ userId: id });
export const resetLink = z.object({ url: z.string(), expiresAt: z.date() });
export type ResetLink = z.infer<typeof resetLink>;

/** Places to sign in with; which of them there are, the settings say. */
export const providerIds = ["orcid", "github", "google", "oidc"] as const;
export const providerId = z.enum(providerIds);
export type ProviderId = z.infer<typeof providerId>;
/** One of them that this server knows, with its name for people. */
export const signInWay = z.object({ id: providerId, name: z.string() });
export type SignInWay = z.infer<typeof signInWay>;

/** A place elsewhere that lets the person in here. */
export const linkedIdentity = z.object({
  id,
  provider: providerId,
  name: z.string(),
  label: z.string(),
  createdAt: z.date(),
  usedAt: z.date(),
});
export type LinkedIdentity = z.infer<typeof linkedIdentity>;
export const signInWays = z.object({ linked: z.array(linkedIdentity), others: z.array(signInWay) });
export const startLinkInput = proof.extend({ provider: providerId });
/** False when this server does not know the place. */
export const linkStarted = z.object({ started: z.boolean() });
export const unlinkInput = proof.extend({ id });

/** Somebody who came from elsewhere and has no account yet. */
export const newcomer = z.object({
  way: z.string(),
  label: z.string(),
  name: z.string(),
  email: z.string().nullable(),
});
export type Newcomer = z.infer<typeof newcomer>;
