import { z } from "zod";
import { bands } from "./comparison";
import { panelContent, panelData, type PanelKind, trialWindow } from "./dashboard-panel";
import { author, id, inLab, inPlace, objectName } from "./lab";
import { listInput, type ListShape, paging, rowsOf } from "./list";

export const variableKinds = ["model", "arm", "measure", "window", "block", "band"] as const;
export type VariableKind = (typeof variableKinds)[number];

/** A word that stands in addresses and texts. */
const slug = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, "Use 1 to 40 small letters, digits and hyphens.");
const title = z.string().trim().min(1, "Give it a title.").max(80, "At most 80 characters.");
/** Of what a variable chooses from, those that are shown; null is all. */
const some = z.array(z.string().max(80)).max(60).nullable();

/** What each kind of variable may be set to. */
export const variableValue = {
  model: some,
  arm: some,
  measure: z.string().min(1).max(120),
  window: trialWindow,
  block: z.union([z.literal(20), z.literal(50), z.literal(100)]),
  band: z.enum(bands),
} as const satisfies Record<VariableKind, z.ZodType>;
export type VariableValue<K extends VariableKind = VariableKind> = z.infer<(typeof variableValue)[K]>;

const variableOf = <K extends VariableKind>(kind: K) =>
  z.object({ kind: z.literal(kind), name: slug, title, value: variableValue[kind] });
/** One control at the head; the panels that follow it take its value. `value` is what it is set to at first. */
export const variable = z.discriminatedUnion("kind", [
  variableOf("model"),
  variableOf("arm"),
  variableOf("measure"),
  variableOf("window"),
  variableOf("block"),
  variableOf("band"),
]);
export type Variable = z.infer<typeof variable>;

/** What panels of a kind can take from variables. */
export const bindable = {
  chart: ["model", "arm", "measure", "window", "block", "band"],
  table: ["model", "arm", "measure", "window"],
  traces: ["model", "arm", "band"],
  run: ["model", "arm", "measure", "window"],
  dataset: [],
  text: [],
} as const satisfies Record<PanelKind, readonly VariableKind[]>;

export const columns = 12;
export const tallest = 24;
/** Columns from the left and width in columns; least height in rows, which grow with what they hold. Order gives the rest. */
export const panelPlace = z
  .object({
    x: z
      .number()
      .int()
      .min(0)
      .max(columns - 1),
    w: z.number().int().min(1).max(columns),
    h: z.number().int().min(1).max(tallest),
  })
  .refine(({ x, w }) => x + w <= columns, `A panel ends within ${columns} columns.`);
export type PanelPlace = z.infer<typeof panelPlace>;

export const panel = z.object({
  id: slug,
  /** Empty: what its kind says by itself. */
  title: z.string().trim().max(200, "At most 200 characters."),
  place: panelPlace,
  /** Names of the variables that it follows. */
  bind: z.partialRecord(z.enum(variableKinds), slug),
  content: panelContent,
});
export type Panel = z.infer<typeof panel>;

const line = z.string().trim().max(500);
/** An entry of the bibliography; panels of text cite it as [@key]. */
export const reference = z.object({
  key: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_:.-]{0,59}$/, "Use up to 60 letters, digits, _ : . and -."),
  authors: line,
  year: z.string().trim().max(20),
  title: line.min(1, "Give it a title."),
  container: line,
  /** "10.1038/…", without the resolver. */
  doi: z.union([
    z.literal(""),
    z.string().regex(/^10\.\d{4,9}\/\S{1,200}$/, "A DOI looks like 10.1234/abc."),
  ]),
  url: z.union([z.literal(""), z.url({ protocol: /^https?$/, error: "An address begins with https://." })]),
});
export type Reference = z.infer<typeof reference>;

/** The whole of what a version holds. Panels are in reading order: what a screen reader meets, and a phone stacks. */
export const dashboardDocument = z
  .object({
    panels: z.array(panel).max(60, "At most 60 panels."),
    variables: z.array(variable).max(12, "At most 12 variables."),
    references: z.array(reference).max(200, "At most 200 references."),
  })
  .superRefine(({ panels, variables, references }, context) => {
    const unique = (list: string, names: readonly string[]) => {
      names.forEach((name, index) => {
        if (names.indexOf(name) !== index)
          context.addIssue({ code: "custom", path: [list, index], message: `"${name}" stands there twice.` });
      });
    };
    unique(
      "panels",
      panels.map(({ id }) => id),
    );
    unique(
      "variables",
      variables.map(({ name }) => name),
    );
    unique(
      "references",
      references.map(({ key }) => key),
    );
    panels.forEach(({ bind, content }, index) => {
      for (const [kind, name] of Object.entries(bind)) {
        const may = (bindable[content.kind] as readonly string[]).includes(kind);
        if (!may || !variables.some((one) => one.kind === kind && one.name === name))
          context.addIssue({
            code: "custom",
            path: ["panels", index, "bind", kind],
            message: `There is no ${kind} "${name}" that this panel can follow.`,
          });
      }
    });
  });
export type DashboardDocument = z.infer<typeof dashboardDocument>;

/** Values by name of the variable. */
export type VariableValues = Readonly<Record<string, VariableValue>>;

const message = z.string().trim().max(500, "At most 500 characters.");

export const dashboardVersion = z.object({
  number: z.number().int(),
  message: z.string(),
  author,
  createdAt: z.date(),
  panels: z.number().int(),
});
export type DashboardVersion = z.infer<typeof dashboardVersion>;
export const dashboardList = {
  sorts: ["-changed", "name", "author", "-panels"],
  columns: ["author", "tag"],
} as const satisfies ListShape;
export const dashboardListInput = listInput(dashboardList);
export const dashboardSummary = z.object({
  id,
  name: z.string(),
  tags: z.array(z.string()),
  author,
  createdAt: z.date(),
  trashedAt: z.date().nullable(),
  latest: dashboardVersion,
  draft: z.object({
    revision: z.number().int(),
    author,
    changedAt: z.date(),
    /** False while the draft says what the latest version says. */
    differs: z.boolean(),
  }),
});
export type DashboardSummary = z.infer<typeof dashboardSummary>;

export const dashboardRefInput = inPlace.extend({ id });
const number = z.int32().min(1);
export const dashboardViewInput = dashboardRefInput.extend({
  /** Null is the latest. */
  version: z.union([number, z.literal("draft")]).nullable(),
  /** What variables are set to, as in the address of the page: contracts/dashboard-address.ts. */
  values: z.string().max(4000),
  /** Places of the panels whose data is read, in reading order, without the last; left out, of all. */
  part: z.object({ from: z.number().int().min(0), to: z.number().int().min(0) }).optional(),
});
/** Panels whose data a page asks for at once: the first are there when it opens, others when somebody comes near. */
export const portion = 6;
export const portionAt = (index: number) => ({ from: index * portion, to: (index + 1) * portion });
/** Everything that a page needs: the data of each panel by its id. */
export const dashboardView = z.object({
  dashboard: dashboardSummary,
  /** Null for the draft. */
  version: dashboardVersion.nullable(),
  document: dashboardDocument,
  data: z.record(z.string(), panelData),
});
export type DashboardView = z.infer<typeof dashboardView>;

export const dashboardVersionInput = dashboardRefInput.extend({ number });
export const dashboardVersionDetail = dashboardVersion.extend({ document: dashboardDocument });
export const dashboardHistoryInput = dashboardRefInput.extend(paging);
/** Its versions, newest first. */
export const dashboardHistory = rowsOf(dashboardVersion).extend({ dashboard: dashboardSummary });
export const dashboardDraft = z.object({
  dashboard: dashboardSummary,
  revision: z.int32(),
  document: dashboardDocument,
});
/** Data for panels that are not saved yet. */
export const dashboardResolveInput = inLab.extend({
  panels: z.array(panel.pick({ id: true, content: true })).max(60),
});
export const resolvedPanels = z.record(z.string(), panelData);

export const dashboardCreateInput = inLab.extend({ name: objectName, document: dashboardDocument });
/** `revision` of what the person was looking at; a newer one in between is a conflict, shown, nothing lost. */
export const dashboardDraftInput = dashboardRefInput.extend({
  revision: z.int32(),
  document: dashboardDocument,
});
export const draftSaved = z.object({ revision: z.number().int(), changedAt: z.date() });
export const dashboardSaveInput = dashboardRefInput.extend({ revision: z.int32(), message });
export const dashboardRestoreInput = dashboardVersionInput.extend({ revision: z.int32() });
