import type { DashboardDocument, Panel, Reference, Variable } from "../../../../contracts/dashboard";
import type { PanelContent } from "../../../../contracts/dashboard-panel";
import type { Telling } from "./telling";

/** Names that its author gave to panels, variables and references, and what they are called in the copy. */
export interface Renamed {
  readonly panel: ReadonlyMap<string, string>;
  readonly variable: ReadonlyMap<string, string>;
  readonly reference: ReadonlyMap<string, string>;
}
export const renamed = ({ panels, variables, references }: DashboardDocument): Renamed => {
  const numbered = (names: readonly string[], word: string) =>
    new Map(names.map((name, index) => [name, `${word}-${index + 1}`]));
  return {
    panel: numbered(
      panels.map(({ id }) => id),
      "panel",
    ),
    variable: numbered(
      variables.map(({ name }) => name),
      "variable",
    ),
    reference: numbered(
      references.map(({ key }) => key),
      "work",
    ),
  };
};

export interface ToTell {
  readonly telling: Telling;
  readonly names: Renamed;
  /** Keys of references that are left out. */
  readonly without: ReadonlySet<string>;
}

/** The arrangement of a blind copy: what its readers see of the dashboard, field by field. */
export const blindDocument = (
  { panels, variables, references }: DashboardDocument,
  to: ToTell,
): DashboardDocument => ({
  panels: panels.map((panel) => panelOf(panel, to)),
  variables: variables.map((variable) => variableOf(variable, to)),
  references: references.map((reference) => referenceOf(reference, to)),
});

/** Values are keys of the copy and words of the programme. */
function variableOf(variable: Variable, { telling, names }: ToTell): Variable {
  const name = names.variable.get(variable.name)!;
  const title = telling.words(variable.title);
  switch (variable.kind) {
    case "model":
    case "arm":
      return { kind: variable.kind, name, title, value: variable.value };
    case "measure":
      return { kind: "measure", name, title, value: variable.value };
    case "window":
      return { kind: "window", name, title, value: variable.value };
    case "block":
      return { kind: "block", name, title, value: variable.value };
    case "band":
      return { kind: "band", name, title, value: variable.value };
  }
}

const panelOf = ({ id, title, place, bind, content }: Panel, to: ToTell): Panel => ({
  ...{ id: to.names.panel.get(id)!, title: to.telling.words(title) },
  place: { x: place.x, w: place.w, h: place.h },
  bind: Object.fromEntries(Object.entries(bind).map(([kind, name]) => [kind, to.names.variable.get(name)!])),
  content: contentOf(content, to),
});

/** Numbers are read from the frozen data; what they were put together from is the lab's. */
const source = { from: "comparison", comparison: "in-this-copy" } as const;

function contentOf(content: PanelContent, { telling, names }: ToTell): PanelContent {
  switch (content.kind) {
    case "chart": {
      const { band, block, facet, individuals } = content.look;
      const look = { ...(band && { band }), ...(block && { block }), ...(facet && { facet }) };
      return {
        ...{ kind: "chart", source, figure: content.figure },
        look: { ...look, ...(individuals !== undefined && { individuals }) },
      };
    }
    case "traces": {
      const { band, individuals } = content.look;
      return {
        ...{ kind: "traces", source, signal: content.signal },
        look: { ...(band && { band }), ...(individuals !== undefined && { individuals }) },
      };
    }
    case "table":
      return { kind: "table", source, measures: content.measures, trials: content.trials };
    case "run": {
      const { experiment, model, arm, subject, repetition } = content.run;
      return { kind: "run", run: { experiment, model, arm, subject, repetition }, show: content.show };
    }
    case "dataset":
      return { kind: "dataset", version: content.version };
    case "text":
      return { kind: "text", text: telling.words(citedAs(content.text, names.reference)) };
  }
}

/** `[@Somebody2026]` says who: the keys of citations are numbers in the copy. */
const citedAs = (text: string, keys: Renamed["reference"]) =>
  text.replaceAll(/@([A-Za-z0-9][\w:.-]*)/g, (cited, key: string) => {
    const known = keys.get(key) ?? keys.get(key.replace(/(?<![:.-])[:.-]+$/, ""));
    return known ? `@${known}` : cited;
  });

function referenceOf(reference: Reference, { telling: { words }, names, without }: ToTell): Reference {
  const key = names.reference.get(reference.key)!;
  if (without.has(reference.key))
    return {
      ...{ key, authors: "", year: "", title: "Left out for blind review", container: "" },
      ...{ doi: "", url: "" },
    };
  const { authors, year, title, container, doi, url } = reference;
  return { key, authors: words(authors), year, title: words(title), container: words(container), doi, url };
}
