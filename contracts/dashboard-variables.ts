import type { Panel, Variable, VariableKind, VariableValue, VariableValues } from "./dashboard";
import { variableValue } from "./dashboard";
import type { PanelContent, TrialWindow } from "./dashboard-panel";

/** What every variable is set to: as given where that fits its kind, else as it is at first. */
export function valuesOf(variables: readonly Variable[], given: VariableValues): VariableValues {
  return Object.fromEntries(
    variables.map(({ kind, name, value }) => {
      const parsed = name in given ? variableValue[kind].safeParse(given[name]) : null;
      return [name, parsed?.success ? parsed.data : value];
    }),
  );
}

/** A panel as its variables set it. */
export interface BoundPanel {
  readonly content: PanelContent;
  /** Of its models and arms, those that are shown; null is all. They change no number, only what is drawn. */
  readonly models: readonly string[] | null;
  readonly arms: readonly string[] | null;
  /** The part of training that is looked at. */
  readonly window: TrialWindow | null;
}

/** @param values of every variable, from `valuesOf`. */
export function boundPanel(
  { bind, content }: Pick<Panel, "bind" | "content">,
  values: VariableValues,
): BoundPanel {
  const of = <K extends VariableKind>(kind: K): VariableValue<K> | undefined => {
    const name = bind[kind];
    return name === undefined ? undefined : (values[name] as VariableValue<K> | undefined);
  };
  const [models, arms, window] = [of("model") ?? null, of("arm") ?? null, of("window") ?? null];
  return { content: withValues(content, of), models, arms, window };
}

type Of = <K extends VariableKind>(kind: K) => VariableValue<K> | undefined;

function withValues(content: PanelContent, of: Of): PanelContent {
  const measure = of("measure");
  if (content.kind === "chart") {
    const [kind] = content.figure.split(":");
    const [block, band] = [of("block"), of("band")];
    return {
      ...content,
      figure: measure ? `${kind}:${measure}` : content.figure,
      look: { ...content.look, ...(block && { block }), ...(band && { band }) },
    };
  }
  if (content.kind === "table")
    return {
      ...content,
      measures: measure ? [measure] : content.measures,
      trials: of("window") ?? content.trials,
    };
  if (content.kind === "traces") {
    const band = of("band");
    return { ...content, look: { ...content.look, ...(band && { band }) } };
  }
  if (content.kind === "run") {
    // one run stands there: of several chosen, the first
    const [model] = of("model") ?? [];
    const [arm] = of("arm") ?? [];
    return {
      ...content,
      run: { ...content.run, ...(model && { model }), ...(arm && { arm }) },
      show: measure && content.show.as === "curve" ? { as: "curve", measure } : content.show,
    };
  }
  return content;
}
