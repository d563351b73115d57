import { z } from "zod";
import { personName } from "./person";

export const memberRoles = ["owner", "editor", "commenter", "viewer"] as const;
export const memberRole = z.enum(memberRoles);
export type MemberRole = z.infer<typeof memberRole>;

/** The lab's part of every address: /lab/<slug>/… */
export const labSlug = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, "Use 1 to 40 small letters, digits and hyphens.");
export const inLab = z.object({ lab: labSlug });
/**
 * Where a person reads, as in addresses behind /lab/: their lab, or one object that another lab shared with it,
 * "<lab>/shared/<share>". Whatever reads takes a place; what changes something takes a lab.
 */
export const labPlace = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?(?:\/shared\/[\w-]{1,40})?$/, "There is no such place.");
export const inPlace = z.object({ lab: labPlace });
export const partsOfPlace = (place: string): { lab: string; share: string | null } => {
  const [lab, , share] = place.split("/");
  return { lab, share: share ?? null };
};
export const id = z
  .string()
  .min(1)
  .max(40)
  .regex(/^\P{Cc}+$/u, "An id has no control characters.");
/** Composed, on one line, and without marks that turn the direction of the text around it. */
export const onOneLine = (text: string) =>
  text
    .normalize()
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, " ")
    .trim();
/** A name in any script, with something to see in it. */
export const objectName = z
  .string()
  .overwrite(onOneLine)
  .regex(/[^\p{Z}\p{Cf}]/u, "Give it a name.")
  .max(120, "At most 120 characters.");
export const notes = z.string().max(20_000, "At most 20,000 characters.");

export const email = z.string().trim().toLowerCase().pipe(z.email("This is not an e-mail address."));
export const password = z
  .string()
  .min(10, "Use at least 10 characters.")
  .max(200, "Use at most 200 characters.");
export const signUpInput = z.object({
  email,
  /** Left out by whoever came from elsewhere and signs in there. */
  password: password.optional(),
  name: personName,
  /** Left out by whoever was invited to a lab. */
  labName: objectName.optional(),
});
export type SignUpInput = z.infer<typeof signUpInput>;

/** How long what was deleted can be called back: a lab, and what lies in its trash. */
export const graceDays = 30;
export const labSummary = z.object({
  slug: labSlug,
  name: z.string(),
  role: memberRole,
  isDemonstration: z.boolean(),
  /** When all of it is deleted, and who asked for it; null unless somebody did. */
  deletion: z.object({ at: z.date(), by: z.string().nullable() }).nullable(),
});
export type LabSummary = z.infer<typeof labSummary>;
/** Whoever is signed in, with the labs they are in. */
export const accountSummary = z.object({
  id,
  name: z.string(),
  email: z.string(),
  labs: z.array(labSummary),
});
export type AccountSummary = z.infer<typeof accountSummary>;
/** `entered`: the browser is signed in already. */
export const signedUp = z.object({ lab: labSlug.nullable(), entered: z.boolean() });
export const memberSummary = z.object({
  userId: id,
  name: z.string(),
  email: z.string(),
  role: memberRole,
  since: z.date(),
});
/** Who made something: a name, or null for the system's own seed. */
export const author = z.string().nullable();
export const labCreateInput = z.object({
  name: objectName,
  /** Without a copy of the demonstration: for an archive that is to come in. */
  empty: z.boolean().default(false),
});
export const labCreated = z.object({ slug: labSlug });
