import { z } from "zod";
import { author, id, inLab, inPlace, notes, objectName } from "./lab";
import { ownWindows } from "./session";
import { listInput, type ListShape, paging } from "./list";
import { revision } from "./revision";

/** `model` is the id of a model version, `dataset` of a dataset version: a comparison never changes by itself. */
export const groupRef = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("simulation"), experiment: id, model: id, arm: z.string().max(40) }),
  z.object({ kind: z.literal("recording"), dataset: id, group: z.string().max(120) }),
]);
export type GroupRef = z.infer<typeof groupRef>;

export const bands = ["sem", "sd", "ci"] as const;
/** The whole state of the comparison page. Hiding a group changes no other number, so it never reaches the server. */
export const comparisonState = z.object({
  groups: z.array(groupRef).min(1).max(24),
  hidden: z.array(z.number().int()).default([]),
  band: z.enum(bands).default("sem"),
  /** Training trials per point of a learning curve. */
  block: z.union([z.literal(20), z.literal(50), z.literal(100)]).default(100),
  trials: z
    .object({ from: z.number().int().min(1), to: z.number().int().min(1) })
    .refine(({ from, to }) => from <= to, "The first trial of the window comes after its last.")
    .default({ from: 1, to: 800 }),
  individuals: z.boolean().default(true),
  /** Windows and baselines that replace those of measures, in models and recordings alike. */
  windows: ownWindows.optional(),
  /** Responses of dopamine divided by each subject's own response to reward in control. */
  relative: z.literal(true).optional(),
  /** What the small multiples of a learning curve are; the other is overlaid. */
  facet: z.enum(["arm", "model", "none"]).optional(),
  /** Figures that are shown, as `<kind>:<measure>`; without it, the page's own choice. */
  panels: z.array(z.string().max(120)).max(80).optional(),
  /** The part of an x axis that is shown, by the axis' key. */
  zoom: z.record(z.string().max(200), z.object({ from: z.number(), to: z.number() })).optional(),
});
export type ComparisonState = z.infer<typeof comparisonState>;

/** What the server needs: the rest is only drawn. `trials` is the window of the table. */
export const comparisonQuery = comparisonState.pick({
  groups: true,
  block: true,
  trials: true,
  windows: true,
  relative: true,
});
export type ComparisonQuery = z.infer<typeof comparisonQuery>;
/** The question of a state. */
export const queryOf = ({ groups, block, trials, windows, relative }: ComparisonQuery): ComparisonQuery => ({
  ...{ groups, block, trials },
  ...(windows && { windows }),
  ...(relative && { relative }),
});
export const comparisonViewInput = comparisonQuery.extend(inPlace.shape);

const series = z.array(z.number().nullable());
const individual = z.object({ subject: z.string(), values: series });
const missing = z.object({ subject: z.string(), reason: z.string() });

/** A curve of one group: one entry per x. Replicates are subjects; repetitions are averaged before. */
export const groupSeries = z.object({
  group: z.string(),
  /** Subjects that have a value, per point. */
  n: z.array(z.number().int()),
  mean: series,
  sd: series,
  sem: series,
  /** 95 % interval of the mean. */
  low: series,
  high: series,
  intervalMethod: z.string(),
  /** Empty on the traces of simulations: comparisons.traceIndividuals gives those, one panel at a time. */
  individuals: z.array(individual),
  /** Only on differences: complete pairs, of how many, and why others are missing. */
  pairs: z.object({ complete: z.number().int(), of: z.number().int(), missing: z.array(missing) }).nullable(),
});
export type GroupSeries = z.infer<typeof groupSeries>;

export const comparisonPanel = z.object({
  /** Stable while the query is: `curve:<measure>@<axis>`, `difference:…`, `trace:…`. */
  key: z.string(),
  kind: z.enum(["curve", "difference", "trace"]),
  /** Key of the measure (engine/measures), or of the signal on traces. */
  measure: z.string(),
  title: z.string(),
  unit: z.string(),
  /** Where it comes from and in which window. */
  source: z.string(),
  window: z.string(),
  zeroLine: z.boolean(),
  /** Panels share an x axis only where this text is equal: task and alignment in one. */
  axis: z.object({ key: z.string(), title: z.string(), unit: z.string() }),
  x: z.array(z.number()),
  /** What each x of a learning curve averages: its first and last training trial. Null on traces. */
  blocks: z.array(z.object({ from: z.number().int(), to: z.number().int() })).nullable(),
  /** Hairlines with a word, in units of x. */
  events: z.array(z.object({ at: z.number(), label: z.string() })),
  /** Facets of a trace panel. */
  facet: z.object({ period: z.string(), type: z.string() }).nullable(),
  series: z.array(groupSeries),
  notApplicable: z.array(z.object({ group: z.string(), reason: z.string() })),
  /** What a reader must know of single subjects. */
  remarks: z.array(z.string()).optional(),
});
export type ComparisonPanel = z.infer<typeof comparisonPanel>;

export const groupView = z.object({
  key: z.string(),
  ref: groupRef,
  label: z.string(),
  theory: z.string().nullable(),
  /** Null for recordings. */
  dopamineRole: z.string().nullable(),
  roleTitle: z.string().nullable(),
  arm: z.object({ key: z.string(), title: z.string() }).nullable(),
  n: z.number().int(),
  /** What N counts: "initial networks", "agents", "mice". */
  replicate: z.string(),
  repetitions: z.number().int(),
  runs: z.object({
    expected: z.number().int(),
    done: z.number().int(),
    failed: z.number().int(),
    pending: z.number().int(),
  }),
  missing: z.array(missing),
  /** What the group stands on lies in the trash, in words; left out where it does not. */
  inTrash: z.string().optional(),
  /** What a reader must know: extensions of the reference, fitted numbers, guesses of an importer. */
  remarks: z.array(z.string()),
});
export type GroupView = z.infer<typeof groupView>;

export const comparisonRow = z.object({
  group: z.string(),
  measure: z.string(),
  title: z.string(),
  unit: z.string(),
  window: z.string(),
  n: z.number().int(),
  mean: z.number().nullable(),
  sd: z.number().nullable(),
  se: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  intervalMethod: z.string(),
  difference: z
    .object({
      control: z.string(),
      mean: z.number().nullable(),
      sd: z.number().nullable(),
      se: z.number().nullable(),
      low: z.number().nullable(),
      high: z.number().nullable(),
      pairs: z.number().int(),
      of: z.number().int(),
      missing: z.array(missing),
      intervalMethod: z.string(),
      effectSize: z.number().nullable(),
      effectSizeName: z.string(),
      /** Two-sided; not corrected for the number of rows. */
      p: z.number().nullable(),
      pName: z.string(),
    })
    .nullable(),
  /** Trials (or probe blocks) of the window that have a value, over all runs counted: a trial without one is a gap. */
  trials: z.object({ withValue: z.number().int(), of: z.number().int() }).nullable(),
  /** Why there is no number. */
  reason: z.string().nullable(),
});
export type ComparisonRow = z.infer<typeof comparisonRow>;

export const comparisonView = z.object({
  groups: z.array(groupView),
  panels: z.array(comparisonPanel),
  rows: z.array(comparisonRow),
  engineVersions: z.array(z.string()),
});
export type ComparisonView = z.infer<typeof comparisonView>;

/** The thin lines of one trace panel, in the order of its series. */
export const traceIndividualsInput = comparisonViewInput.extend({ panel: z.string().max(400) });
export const traceIndividuals = z.array(z.object({ group: z.string(), individuals: z.array(individual) }));

export const comparisonExportFormat = z.enum(["csv", "parquet"]);
export type ComparisonExportFormat = z.infer<typeof comparisonExportFormat>;
/** Null exports every learning curve, difference and row of the table; a panel's key exports that panel alone. */
export const comparisonExportInput = comparisonViewInput.extend({
  panel: z.string().max(400).nullable(),
  format: comparisonExportFormat.default("csv"),
});
/** Individual values, aggregates, and the data dictionary that says how the second follow from the first. */
export const comparisonExport = z.object({
  files: z.array(
    z.object({
      name: z.string(),
      mediaType: z.string(),
      /** Of a table as text, or of one as bytes. */
      text: z.string().optional(),
      base64: z.string().optional(),
    }),
  ),
});
export type ComparisonExport = z.infer<typeof comparisonExport>;

/** GET /api/lab/<place>/comparisons/export?query=<this as JSON> answers a zip of NWB files. */
export const comparisonNwbInput = comparisonQuery.extend({ name: objectName });
export const comparisonNwbQuery = (input: z.infer<typeof comparisonNwbInput>): string =>
  new URLSearchParams({ query: JSON.stringify(input) }).toString();
export const comparisonNwbOf = (query: URLSearchParams) =>
  z
    .string()
    .transform((text, told) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        told.addIssue("No JSON.");
        return z.NEVER;
      }
    })
    .pipe(comparisonNwbInput)
    .safeParse(query.get("query"));

export const comparisonList = {
  sorts: ["arranged", "-changed", "name", "author", "-groups"],
  columns: ["author", "tag"],
} as const satisfies ListShape;
export const comparisonListInput = listInput(comparisonList);
export const comparisonSummary = z.object({
  id,
  name: z.string(),
  tags: z.array(z.string()),
  notes: z.string(),
  author,
  createdAt: z.date(),
  updatedAt: z.date(),
  state: comparisonState,
  position: z.number().int(),
});
export type ComparisonSummary = z.infer<typeof comparisonSummary>;
export const comparisonSaveInput = inLab.extend({
  name: objectName,
  notes: notes.default(""),
  state: comparisonState,
});
/**
 * `updatedAt` of what the person was looking at; a newer one in between is a conflict, shown, nothing lost. `aside` is what
 * they had before they chose, kept in the history. What is left out stays as it is: others may have renamed it.
 */
export const comparisonUpdateInput = inLab.extend({
  id,
  updatedAt: z.date(),
  name: objectName.optional(),
  notes: notes.optional(),
  state: comparisonState,
  aside: comparisonState.nullish(),
});
export const comparisonAsideInput = inLab.extend({ id, state: comparisonState });
export const comparisonRevision = revision.extend({ state: comparisonState });
export type ComparisonRevision = z.infer<typeof comparisonRevision>;
export const comparisonRefInput = inPlace.extend({ id });
/** What it was, newest first. */
export const comparisonHistoryInput = comparisonRefInput.extend(paging);
