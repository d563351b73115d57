/** Edits of a dashboard's document: what holds it together stays together. */
import {
  bindable,
  type DashboardDocument,
  type Panel,
  type Reference,
  type Variable,
  type VariableKind,
} from "@/contracts/dashboard";
import { inReadingOrder } from "../grid/layout";

export const emptyDocument: DashboardDocument = { panels: [], variables: [], references: [] };

/** "chart", "chart-2", …: the first that is free. */
export function freeName(wanted: string, taken: readonly string[]): string {
  const base = wanted
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 36)
    .replaceAll(/^-+|-+$/g, "");
  const start = base || "one";
  let name = start;
  for (let turn = 2; taken.includes(name); turn += 1) name = `${start}-${turn}`;
  return name;
}

const newId = ({ panels }: DashboardDocument, kind: string) =>
  freeName(
    kind,
    panels.map(({ id }) => id),
  );

/** Behind the others. */
export function addPanel(document: DashboardDocument, panel: Omit<Panel, "id">): DashboardDocument {
  const added = { ...panel, id: newId(document, panel.content.kind) };
  return { ...document, panels: inReadingOrder([...document.panels, added]) };
}

/** The same once more, right behind it. */
export function duplicatePanel(document: DashboardDocument, id: string): DashboardDocument {
  const at = document.panels.findIndex((panel) => panel.id === id);
  if (at < 0) return document;
  const copy = { ...document.panels[at], id: newId(document, document.panels[at].content.kind) };
  return { ...document, panels: inReadingOrder(document.panels.toSpliced(at + 1, 0, copy)) };
}

export const removePanel = (document: DashboardDocument, id: string): DashboardDocument => ({
  ...document,
  panels: inReadingOrder(document.panels.filter((panel) => panel.id !== id)),
});

export const changePanel = (
  document: DashboardDocument,
  id: string,
  change: Partial<Pick<Panel, "title" | "bind" | "content">>,
): DashboardDocument => ({
  ...document,
  panels: document.panels.map((panel) => (panel.id === id ? { ...panel, ...change } : panel)),
});

export const mayFollow = ({ content }: Pick<Panel, "content">, kind: VariableKind): boolean =>
  (bindable[content.kind] as readonly VariableKind[]).includes(kind);

/** A new variable is followed by every panel that can and that follows no other of its kind. */
export function addVariable(
  document: DashboardDocument,
  variable: Omit<Variable, "name">,
): DashboardDocument {
  const name = freeName(
    variable.title,
    document.variables.map((one) => one.name),
  );
  return {
    ...document,
    variables: [...document.variables, { ...variable, name } as Variable],
    panels: document.panels.map((panel) =>
      mayFollow(panel, variable.kind) && panel.bind[variable.kind] === undefined
        ? { ...panel, bind: { ...panel.bind, [variable.kind]: name } }
        : panel,
    ),
  };
}

export const changeVariable = (
  document: DashboardDocument,
  name: string,
  change: Partial<Pick<Variable, "title" | "value">>,
): DashboardDocument => ({
  ...document,
  variables: document.variables.map((one) => (one.name === name ? ({ ...one, ...change } as Variable) : one)),
});

const withoutKey = <T extends object>(bind: T, key: string): T =>
  Object.fromEntries(Object.entries(bind).filter(([kind]) => kind !== key)) as T;

/** Panels that followed it show again what they are set to themselves. */
export function removeVariable(document: DashboardDocument, name: string): DashboardDocument {
  const variable = document.variables.find((one) => one.name === name);
  if (!variable) return document;
  return {
    ...document,
    variables: document.variables.filter((one) => one !== variable),
    panels: document.panels.map((panel) =>
      panel.bind[variable.kind] === name ? { ...panel, bind: withoutKey(panel.bind, variable.kind) } : panel,
    ),
  };
}

export function follow(
  document: DashboardDocument,
  id: string,
  { kind, name }: Pick<Variable, "kind" | "name">,
  on: boolean,
): DashboardDocument {
  return {
    ...document,
    panels: document.panels.map((panel) =>
      panel.id === id
        ? { ...panel, bind: on ? { ...panel.bind, [kind]: name } : withoutKey(panel.bind, kind) }
        : panel,
    ),
  };
}

export const setReferences = (document: DashboardDocument, references: Reference[]): DashboardDocument => ({
  ...document,
  references,
});
