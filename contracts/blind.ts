import { z } from "zod";
import { frozenOptions } from "./publication";
import { author, id, inLab, onOneLine } from "./lab";

/** A copy of a dashboard in which nothing says whose it is, for reviewers who have a link. */

export const blindAddress = z.string().regex(/^[a-z0-9]{12}$/, "There is no such copy.");

/** Words of the lab, and what stands in their place in the copy. */
export const replacement = z.object({
  find: z.string().trim().min(2, "At least 2 characters.").max(200, "At most 200 characters."),
  put: z.string().trim().max(200, "At most 200 characters."),
});
export type Replacement = z.infer<typeof replacement>;

/** What a copy is made from, as its author words it. */
const wording = z.object({
  title: z.string().trim().min(1, "Give it a title.").max(200, "At most 200 characters."),
  abstract: z.string().trim().max(5000, "At most 5,000 characters."),
  replacements: z.array(replacement).max(100, "At most 100 replacements."),
  /** Works whose citation, DOI and address are left out, by the key that a warning gives. */
  withoutCitation: z.array(z.string().max(200)).max(300),
  options: frozenOptions.default({}),
});
export type BlindWording = z.infer<typeof wording>;
const ofDashboard = inLab.extend({ dashboard: id, version: z.int32().min(1) });

/** Something that may say whose the copy is. `key` names it in answers. */
export const blindWarning = z.object({
  key: z.string(),
  /** What was found, as it stands there; what a replacement would look for. */
  found: z.string(),
  why: z.string(),
  /** Where it stands, in words, with some of the text around it. */
  places: z.array(z.object({ where: z.string(), text: z.string() })),
  /** A work whose citation can be left out. */
  citation: z.string().nullable(),
});
export type BlindWarning = z.infer<typeof blindWarning>;

export const blindPreviewInput = ofDashboard.extend(wording.shape);
export const blindPreview = z.object({
  warnings: z.array(blindWarning),
  /** Works that the copy cites, whether or not they say anything. */
  citations: z.array(z.object({ key: z.string(), text: z.string(), doi: z.string().nullable() })),
  missing: z.number().int(),
});
export type BlindPreview = z.infer<typeof blindPreview>;

export const blindDays = [14, 30, 90, 180] as const;
const days = z.union(blindDays.map((one) => z.literal(one)));
/** For the lab alone: which journal, which round. */
const note = z.string().trim().max(120, "At most 120 characters.");
export const blindCreateInput = ofDashboard.extend({
  ...wording.shape,
  /** Keys of warnings that may stay as they are. */
  accepted: z.array(z.string().max(300)).max(500),
  note,
  days,
});

export const blindLink = z.object({
  id,
  /** "Reviewer 1": how the first who writes through it is called. */
  number: z.number().int(),
  note: z.string(),
  author,
  createdAt: z.date(),
  expiresAt: z.date(),
  revokedAt: z.date().nullable(),
  lastUsedAt: z.date().nullable(),
  state: z.enum(["open", "expired", "revoked"]),
  comments: z.number().int(),
});
export type BlindLink = z.infer<typeof blindLink>;
export const blindCopy = z.object({
  id,
  title: z.string(),
  dashboard: z.object({ id, name: z.string() }).nullable(),
  dashboardVersion: z.number().int(),
  author,
  createdAt: z.date(),
  /** Newest first. */
  links: z.array(blindLink),
});
export type BlindCopy = z.infer<typeof blindCopy>;
export const blindListInput = inLab.extend({ dashboard: id });
/** The address with its token is shown this once. */
export const blindMade = z.object({ copy: blindCopy, link: id, url: z.string() });
export const blindLinkInput = inLab.extend({ copy: id, note, days });
export const blindLinkRef = inLab.extend({ link: id });

export const mostBlindComment = 10_000;
const body = z.string().trim().min(1, "Write something.").max(mostBlindComment, "At most 10,000 characters.");
export const pseudonym = z
  .string()
  .overwrite(onOneLine)
  .max(60, "At most 60 characters.")
  .refine((name) => seen(name) !== "authors", "This is what the authors are called.");
/** What can be seen of a name, whatever its letters are made of. */
const seen = (name: string) =>
  name
    .normalize("NFKC")
    .replaceAll(/[\p{Cf}\p{Z}]/gu, "")
    .toLowerCase();
/** What a reviewer sends: a panel that is in the copy, or none. */
export const reviewInput = z.object({ as: pseudonym, panel: z.string().max(40).nullable(), body });
export const blindAnswerInput = blindLinkRef.extend({ panel: z.string().max(40).nullable(), body });
export const blindComment = z.object({
  id,
  /** What the reviewer goes by; null where the lab wrote it, as "Authors". */
  pseudonym: z.string().nullable(),
  /** Who of the lab wrote it: the lab alone reads this. */
  author,
  panel: z.string().nullable(),
  body: z.string(),
  createdAt: z.date(),
});
export type BlindComment = z.infer<typeof blindComment>;
export const blindConversation = z.object({
  copy: z.object({ id, title: z.string(), dashboard: id.nullable() }),
  link: blindLink,
  panels: z.array(z.object({ id: z.string(), title: z.string() })),
  /** Oldest first. */
  comments: z.array(blindComment),
});
export type BlindConversation = z.infer<typeof blindConversation>;
