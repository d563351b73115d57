import { z } from "zod";
import { dashboardDocument, variableValue } from "./dashboard";
import { experimentInput, subject } from "./experiment";
import { author, id, inLab } from "./lab";
import { licenceRefusal, licences } from "./licence";
import { paging } from "./list";
import { parameterValues } from "./model";
import { orcid } from "./orcid";
import { paradigmSpec } from "./paradigm";
import { personName } from "./person";

/**
 * A dashboard frozen with every number behind it. The manifest is the whole of a version: it names each part (panel data,
 * columns of run results, histories) by its SHA-256, so that the SHA-256 of the manifest stands for all of them. It holds no
 * id of the database: what it names, it names by keys that only mean something inside it.
 */

export const publicationAddress = z.string().regex(/^[a-z0-9]{12}$/, "There is no such publication.");
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const key = z.string().min(1).max(40);

export const publicationAuthor = z.object({
  name: personName,
  orcid: orcid.nullable().default(null),
  affiliation: z.string().trim().max(200, "At most 200 characters.").default(""),
});
export type PublicationAuthor = z.infer<typeof publicationAuthor>;

/** Licences under which somebody may publish. */
export const publicationLicences = licences.filter(({ id }) => licenceRefusal(id, "publish") === null);

/** What stands on the front of a version, in its authors' words. */
const front = z.object({
  title: z.string().trim().min(1, "Give it a title.").max(200, "At most 200 characters."),
  abstract: z.string().trim().max(5000, "At most 5,000 characters."),
  authors: z.array(publicationAuthor).min(1, "Name at least one author.").max(60, "At most 60 authors."),
  licence: z.enum(
    publicationLicences.map(({ id }) => id) as [string, ...string[]],
    "Choose a licence of the list.",
  ),
  /** What is new in this version. */
  notes: z.string().trim().max(5000, "At most 5,000 characters."),
});
export type PublicationFront = z.infer<typeof front>;

const value = z.union(Object.values(variableValue));
/** By name of the variable, the values that readers can choose between; left out, it stays as the dashboard has it. */
export const frozenOptions = z.record(z.string().max(40), z.array(value).min(1).max(20));
export type FrozenOptions = z.infer<typeof frozenOptions>;
/** Combinations of values that one version may freeze. */
export const mostSettings = 60;

/** What the lab may not publish, and why; it is named, never shown. */
export const withheld = z.object({
  kind: z.enum(["model", "experiment", "dataset"]),
  what: z.string(),
  why: z.string(),
});
export type Withheld = z.infer<typeof withheld>;

export const frozenSetting = z.object({
  values: z.record(z.string(), value),
  /** Of each panel, the part that is its data (panelData of contracts/dashboard-panel.ts). */
  panels: z.record(z.string(), hash),
});

/** Stored columns of a result (contracts/run-result.ts), each a part. */
export const resultColumns = [
  "training",
  "probes",
  "licks",
  "traces",
  "blockTraces",
  "trainingTraces",
] as const;
export type ResultColumn = (typeof resultColumns)[number];

export const frozenRun = z.object({
  key,
  /** Where it stands: experiments, and the model under which it does in each. */
  places: z.array(z.object({ experiment: key, model: key })),
  paradigm: key,
  trials: z.number().int(),
  arm: z.string(),
  subject,
  repetition: z.number().int(),
  seed: z.number().int(),
  /** The part with the trials that its subject met (contracts/history.ts); null where the paradigm gives their order. */
  history: hash.nullable(),
  engineVersion: z.string(),
  traceBinMs: z.number().int(),
  /** SHA-256 of the spec as the engine knows it, and of what it gave (hashedParts of contracts/run-result.ts). */
  specHash: hash,
  resultHash: hash,
  result: z.partialRecord(z.enum(resultColumns), hash),
});
export type FrozenRun = z.infer<typeof frozenRun>;

export const frozenModel = z.object({
  key,
  name: z.string(),
  number: z.number().int(),
  theory: z.string(),
  role: z.string(),
  preset: z.string().nullable(),
  /** Complete: every declared parameter has its value. */
  parameters: parameterValues,
});
export const frozenParadigm = z.object({
  key,
  name: z.string(),
  number: z.number().int(),
  spec: paradigmSpec,
});
export const frozenExperiment = z.object({
  key,
  name: z.string(),
  paradigm: key,
  models: z.array(key),
  arms: z.array(z.string()),
  subjects: z.array(subject),
  repetitions: experimentInput.shape.repetitions,
  seed: z.number().int(),
});
export const frozenDataset = z.object({
  key,
  name: z.string(),
  number: z.number().int(),
  contentHash: z.string(),
  licence: z.string(),
  citation: z.string(),
  doi: z.string().nullable(),
  source: z.string(),
  task: z.string(),
  replicate: z.string(),
  subjects: z.number().int(),
  sessions: z.number().int(),
  trials: z.number().int(),
});

/** Everything but the front: what a blind copy freezes too, with keys of its own. */
export const frozenContent = z.object({
  format: z.literal(1),
  document: dashboardDocument,
  /** The first is what readers meet. */
  settings: z.array(frozenSetting).min(1).max(mostSettings),
  engineVersions: z.array(z.string()),
  experiments: z.array(frozenExperiment),
  models: z.array(frozenModel),
  paradigms: z.array(frozenParadigm),
  datasets: z.array(frozenDataset),
  runs: z.array(frozenRun),
  missing: z.array(withheld),
});
export type FrozenContent = z.infer<typeof frozenContent>;

export const publicationManifest = frozenContent.extend({
  ...front.shape,
  // what stood in an older manifest stays readable when lists of licences change
  licence: z.string(),
  /** A blind copy names nobody. */
  authors: z.array(publicationAuthor),
  /** Of a blind copy: what its hashes of results are keyed with, so that they match no other copy of the same numbers. */
  hashSalt: hash.optional(),
  version: z.number().int(),
  publishedAt: z.iso.datetime(),
});
export type PublicationManifest = z.infer<typeof publicationManifest>;

export const publicationVersion = z.object({
  number: z.number().int(),
  title: z.string(),
  notes: z.string(),
  hash,
  dashboardVersion: z.number().int(),
  author,
  publishedAt: z.date(),
});
export type PublicationVersion = z.infer<typeof publicationVersion>;
export const publicationSummary = z.object({
  id,
  address: publicationAddress,
  dashboard: z.object({ id, name: z.string() }).nullable(),
  withdrawn: z.object({ at: z.date(), reason: z.string() }).nullable(),
  /** The newest, newest first. */
  versions: z.array(publicationVersion).min(1),
  /** How many it has in all. */
  versionCount: z.number().int(),
});
export type PublicationSummary = z.infer<typeof publicationSummary>;

export const publicationRef = inLab.extend({ id });
export const publicationListInput = inLab.extend({ ...paging, dashboard: id.optional() });
export const publicationHistoryInput = publicationRef.extend(paging);
const ofDashboard = inLab.extend({ dashboard: id, version: z.int32().min(1) });
export const publicationPreviewInput = ofDashboard;
/** What publishing this version of the dashboard would leave out, and what a reader should be warned of. */
export const publicationPreview = z.object({
  missing: z.array(withheld),
  warnings: z.array(z.string()),
  runs: z.object({ done: z.number().int(), of: z.number().int() }),
});
export type PublicationPreview = z.infer<typeof publicationPreview>;
export const publishInput = ofDashboard.extend({
  /** Null is a new one; else a new version of this one. */
  publication: id.nullable(),
  ...front.shape,
  options: frozenOptions.default({}),
});
export type PublishInput = z.infer<typeof publishInput>;
export const withdrawInput = publicationRef.extend({
  reason: z.string().trim().min(1, "Say why: it stands where the publication was.").max(1000),
});
/** Whether somebody takes part in what a lab publishes: with what they made in it, and by name as an author. */
export const publicationWishInput = inLab.extend({ takesPart: z.boolean() });
export const publicationWishes = z.object({
  /** Since when the person who asks takes no part; null where they do. */
  mine: z.date().nullable(),
  /** Other people who take no part. */
  others: z.array(z.object({ name: z.string(), since: z.date() })),
});
/** The front of the newest version, to go on from. */
export const publicationDetail = publicationSummary.extend({
  front: front.extend({ licence: z.string() }),
  missing: z.array(withheld),
  settings: z.number().int(),
});
export type PublicationDetail = z.infer<typeof publicationDetail>;
