import { z } from "zod";
import { email, id, inLab, password } from "./lab";
import { orcid } from "./orcid";

/** Controls, lone surrogates, and marks that turn the direction of what follows: they would make one name look like another. */
const deceptive = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u;
/** A name in any script. */
export const personName = z
  .string()
  .normalize()
  .trim()
  .min(1, "Say your name.")
  .max(120, "At most 120 characters.")
  .refine((name) => !deceptive.test(name), "Leave out signs that cannot be seen.");

const isTimeZone = (name: string) => {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
};
/** An IANA name; null follows the browser. */
export const timeZone = z.string().max(60).refine(isTimeZone, "There is no such time zone.").nullable();

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
