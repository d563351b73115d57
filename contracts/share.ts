import { z } from "zod";
import { id, inLab, inPlace, labSlug, objectName } from "./lab";
import { licences, uses } from "./licence";
import { paging } from "./list";
import { objectKind, objectRef } from "./object";

/** Object of a lab opened to one other lab: what it implies can be read there, and nothing else. */

export const shareLevels = ["read", "comment"] as const;
export const shareLevel = z.enum(shareLevels);
export type ShareLevel = z.infer<typeof shareLevel>;

/** What the other lab may do beyond looking, each only under a licence that allows it. */
export const consents = z.object({
  mayFork: z.boolean().default(false),
  mayExport: z.boolean().default(false),
  mayPublish: z.boolean().default(false),
});
export type Consents = z.infer<typeof consents>;
const licence = z.enum(
  licences.map((one) => one.id) as [string, ...string[]],
  "Choose a licence of the list.",
);

const terms = consents.extend({ level: shareLevel, licence });
export type ShareTerms = z.infer<typeof terms>;

export const shareDays = 7;
export const shareOfferInput = inLab.extend({
  object: objectRef,
  ...terms.shape,
  /** Address of the other lab; null makes a link for an owner or editor of whichever lab. */
  to: labSlug.nullable(),
});
export const shareRef = inLab.extend({ id });
/** All that the lab shares, or what it shares of one object; open ones first, or alone. */
export const sharesGivenInput = inLab.extend({
  ...paging,
  object: objectRef.optional(),
  onlyOpen: z.boolean().default(false),
});
export const sharesReceivedInput = inLab.extend(paging);
export const departuresInput = shareRef.extend(paging);
export const shareChangeInput = shareRef.extend(terms.shape);

/** `expired`: nobody accepted it in time. `ended`: the other lab gave it back. */
export const shareStates = ["offered", "accepted", "expired", "revoked", "ended"] as const;
export const shareState = z.enum(shareStates);
export type ShareState = z.infer<typeof shareState>;

const object = z.object({
  ref: objectRef,
  /** Null while the object is not there: in the trash, or gone. */
  name: z.string().nullable(),
  href: z.string().nullable(),
});

/** What left a lab through a share; it cannot be called back. */
export const departure = z.object({
  id,
  use: z.enum(uses),
  kind: objectKind,
  name: z.string(),
  /** Null once that lab was deleted. */
  lab: z.string().nullable(),
  at: z.date(),
});
export type Departure = z.infer<typeof departure>;

/** Of the lab that gives. */
export const shareSummary = z.object({
  id,
  object,
  ...terms.shape,
  licence: z.string(),
  /** The lab that accepted; null until one did. */
  lab: z.string().nullable(),
  /** Where it was offered; null for a link. */
  to: z.string().nullable(),
  state: shareState,
  author: z.string().nullable(),
  createdAt: z.date(),
  offeredUntil: z.date(),
  acceptedAt: z.date().nullable(),
  endedAt: z.date().nullable(),
  /** How many things left through it. */
  departures: z.number().int(),
});
export type ShareSummary = z.infer<typeof shareSummary>;
export const shareOffered = z.object({
  share: shareSummary,
  /** Shown this once; null for an offer to an address. */
  url: z.string().nullable(),
});

/** Of the lab that receives. */
export const receivedShare = z.object({
  id,
  from: z.string(),
  object,
  ...terms.shape,
  licence: z.string(),
  state: z.enum(["offered", "accepted"]),
  offeredUntil: z.date(),
  acceptedAt: z.date().nullable(),
});
export type ReceivedShare = z.infer<typeof receivedShare>;

/** The place that a share opens, as its pages need it. */
export const openShare = z.object({
  id,
  from: z.string(),
  object: object.extend({ name: z.string(), href: z.string() }),
  licence: z.string(),
  mayComment: z.boolean(),
  /** Null where it is allowed; else why not. */
  refusals: z.record(z.enum(uses), z.string().nullable()),
});
export type OpenShare = z.infer<typeof openShare>;

export const pendingShare = z
  .object({
    from: z.string(),
    object: z.string().nullable(),
    kind: objectKind,
    state: shareState,
    offeredUntil: z.date(),
  })
  .nullable();
export type PendingShare = NonNullable<z.infer<typeof pendingShare>>;
/** `gone`: used, revoked or expired meanwhile. `own`: a lab shares nothing with itself. */
export const shareAnswer = z.object({ outcome: z.enum(["accepted", "own", "gone"]), id: id.nullable() });

/** A figure or a table that a page is about to hand out; it is written down before. */
export const takeAwayInput = inPlace.extend({ what: z.string().trim().min(1).max(120) });
export const shareForkInput = shareRef.extend({ versionId: id, name: objectName });

export const originInput = inLab.extend({ object: objectRef });
/** Where a fork came from that another lab let out. */
export const origin = z
  .object({ lab: z.string().nullable(), name: z.string().nullable(), licence: z.string(), at: z.date() })
  .nullable();
