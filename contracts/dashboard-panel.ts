import { z } from "zod";
import { bands, comparisonPanel, comparisonRow, comparisonState, groupView } from "./comparison";
import { runStatus } from "./experiment";
import { id } from "./lab";
import { trialType } from "./paradigm";
import { runFigures } from "./run";

/**
 * What a panel of a dashboard may be. A kind is one entry in each of two unions here (its content, which people edit, and its
 * data, which the server reads for it), one in server/dashboards/panels and one in components/dashboards/panels.
 */
export const panelKinds = ["chart", "table", "traces", "run", "dataset", "text"] as const;
export type PanelKind = (typeof panelKinds)[number];

const key = z.string().min(1).max(120);
export const trialWindow = comparisonState.shape.trials.unwrap();
export type TrialWindow = z.infer<typeof trialWindow>;
const block = comparisonState.shape.block.unwrap();

/** Where groups come from: a saved comparison, with which the panel changes, or groups of the panel's own. */
export const comparisonSource = z.discriminatedUnion("from", [
  z.object({ from: z.literal("comparison"), comparison: id }),
  z.object({ from: z.literal("state"), state: comparisonState }),
]);
export type ComparisonSource = z.infer<typeof comparisonSource>;

/** What a panel shows otherwise than its source. */
const look = z
  .object({
    band: z.enum(bands),
    block,
    facet: comparisonState.shape.facet.unwrap(),
    individuals: z.boolean(),
  })
  .partial();

/** `figure` as the comparison page names it: `curve:<measure>` or `difference:<measure>`. */
const chart = z.object({
  kind: z.literal("chart"),
  source: comparisonSource,
  figure: z
    .string()
    .regex(/^(curve|difference):.{1,100}$/, "A chart is curve:<measure> or difference:<measure>."),
  look: look.default({}),
});
/** Mean traces of a signal: all periods and types of trial as one figure. */
const traces = z.object({
  kind: z.literal("traces"),
  source: comparisonSource,
  signal: key,
  look: look.pick({ band: true, individuals: true }).default({}),
});
const table = z.object({
  kind: z.literal("table"),
  source: comparisonSource,
  /** Null: those whose figures the comparison shows. */
  measures: z.array(key).max(40).nullable(),
  /** Null: the window of the source. */
  trials: trialWindow.nullable(),
});
/** A run by its place in an experiment, so that variables can ask for the same animal under another arm. */
export const runPlace = z.object({
  experiment: id,
  model: id,
  arm: z.string().max(40),
  subject: z.string().max(40),
  repetition: z.number().int().min(0),
});
export type RunPlace = z.infer<typeof runPlace>;
export const runShow = z.discriminatedUnion("as", [
  z.object({ as: z.literal("raster") }),
  z.object({ as: z.literal("heat-map"), type: trialType }),
  z.object({ as: z.literal("curve"), measure: key }),
]);
const run = z.object({ kind: z.literal("run"), run: runPlace, show: runShow });
const dataset = z.object({ kind: z.literal("dataset"), version: id });
/** Markdown with TeX between dollar signs and citations as [@key]. */
const text = z.object({
  kind: z.literal("text"),
  text: z.string().max(20_000, "At most 20,000 characters."),
});

export const panelContent = z.discriminatedUnion("kind", [chart, table, traces, run, dataset, text]);
export type PanelContent = z.infer<typeof panelContent>;
export type ContentOf<K extends PanelKind> = Extract<PanelContent, { kind: K }>;

const fromComparison = {
  /** Of the saved comparison that the numbers come from. */
  comparison: z.object({ id, name: z.string() }).nullable(),
  groups: z.array(groupView),
  /** Keys of groups that the source hides. */
  hidden: z.array(z.string()),
};
/** The source's own way of showing; what the panel says otherwise comes on top. */
const sourceLook = comparisonState.pick({ band: true, facet: true, individuals: true });
const lineData = { ...fromComparison, look: sourceLook, panels: z.array(comparisonPanel) };
const chartData = z.object({ kind: z.literal("chart"), ...lineData });
const tracesData = z.object({ kind: z.literal("traces"), ...lineData });
const tableData = z.object({
  kind: z.literal("table"),
  ...fromComparison,
  trials: trialWindow,
  rows: z.array(comparisonRow),
  engineVersions: z.array(z.string()),
});

const events = z.array(z.object({ at: z.number(), label: z.string() }));
const recorded = z.discriminatedUnion("as", [
  runFigures.pick({ licks: true, stimulated: true }).extend({ as: z.literal("raster"), trialMs: z.number() }),
  z.object({
    as: z.literal("heat-map"),
    signalTitle: z.string(),
    trace: runFigures.shape.traces.element,
    probeTrials: runFigures.shape.probeTrials,
  }),
  z.object({
    as: z.literal("curve"),
    measure: z.string(),
    title: z.string(),
    unit: z.string(),
    window: z.string(),
    zeroLine: z.boolean(),
    values: z.array(z.number().nullable()),
    /** Null where every training trial has a value; else the trial that each value follows. */
    trials: z.array(z.number().int()).nullable(),
  }),
]);
const runData = z.object({
  kind: z.literal("run"),
  run: z.object({
    id,
    status: runStatus,
    trials: z.number().int(),
    trialsDone: z.number().int(),
    model: z.string(),
    theory: z.string(),
    role: z.string(),
    dopamineRole: z.string().nullable(),
    arm: z.string(),
    subject: z.string(),
    repetition: z.number().int(),
    seed: z.number().int(),
    engineVersion: z.string(),
    specHash: z.string(),
    resultHash: z.string().nullable(),
  }),
  events,
  /** Null with the reason: the run is not done, or did not record this. */
  recorded: recorded.nullable(),
  reason: z.string().nullable(),
});
const datasetData = z.object({
  kind: z.literal("dataset"),
  dataset: id,
  name: z.string(),
  number: z.number().int(),
  status: z.string(),
  subjects: z.number().int(),
  sessions: z.number().int(),
  trials: z.number().int(),
  groups: z.array(z.object({ group: z.string(), subjects: z.number().int(), trials: z.number().int() })),
  signals: z.array(
    z.object({
      name: z.string(),
      region: z.string(),
      sensor: z.string(),
      unit: z.string(),
      samplingRateHz: z.number(),
      alignment: z.string(),
    }),
  ),
  licence: z.string(),
  citation: z.string(),
  source: z.string(),
  contentHash: z.string(),
  remarks: z.array(z.string()),
});
const textData = z.object({ kind: z.literal("text") });
/** What the panel points at is not there, or not any more. The other panels stand. */
const problem = z.object({ kind: z.literal("problem"), what: z.string(), next: z.string() });

export const panelData = z.discriminatedUnion("kind", [
  chartData,
  tableData,
  tracesData,
  runData,
  datasetData,
  textData,
  problem,
]);
export type PanelData = z.infer<typeof panelData>;
export type DataOf<K extends PanelKind> = Extract<PanelData, { kind: K }>;
