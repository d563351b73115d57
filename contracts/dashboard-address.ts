/** What a reader sets variables to stands in the address as `v.<name>`; what is as at first stands nowhere. */
import { type DashboardDocument, type Variable, variableValue, type VariableValues } from "./dashboard";
import { canonicalJson } from "./canonical-json";
import { valuesOf } from "./dashboard-variables";

const prefix = "v.";
const all = "*";
/** Between names of a list; it stands for itself doubled, and no name is only that. */
const escaped = (text: string) => text.replaceAll("!", "!!").replaceAll("~", "!-");
const unescaped = (text: string) => text.replaceAll(/!(!|-)/g, (_, mark) => (mark === "!" ? "!" : "~"));

function write({ kind }: Variable, value: VariableValues[string]): string {
  if (kind === "window") {
    const { from, to } = value as { from: number; to: number };
    return `${from}-${to}`;
  }
  if (value === null) return all;
  return Array.isArray(value) ? `~${value.map(escaped).join("~")}` : String(value);
}

function read({ kind }: Variable, text: string): unknown {
  if (kind === "block") return Number(text);
  if (kind === "window") {
    const [from, to] = text.split("-").map(Number);
    return { from, to };
  }
  if (kind === "measure" || kind === "band") return text;
  return text === all ? null : text.split("~").slice(1).map(unescaped).filter(Boolean);
}

/** The query without "?", other parameters kept. */
export function writeValues(query: string, variables: readonly Variable[], values: VariableValues): string {
  const params = new URLSearchParams(query);
  for (const key of [...params.keys()]) if (key.startsWith(prefix)) params.delete(key);
  for (const variable of variables) {
    const value = values[variable.name];
    if (canonicalJson(value) !== canonicalJson(variable.value))
      params.set(prefix + variable.name, write(variable, value));
  }
  return params.toString().replaceAll(/%(7E|3A|2C|40|21|2A)/g, (escape) => decodeURIComponent(escape));
}

/** The value of every variable. What cannot be read is as at first: an old or mistyped address still opens. */
export function readValues(query: string, variables: readonly Variable[]): VariableValues {
  const params = new URLSearchParams(query);
  const given: Record<string, VariableValues[string]> = {};
  for (const variable of variables) {
    const text = params.get(prefix + variable.name);
    if (text === null) continue;
    const parsed = variableValue[variable.kind].safeParse(read(variable, text));
    if (parsed.success) given[variable.name] = parsed.data;
  }
  return valuesOf(variables, given);
}

/**
 * The part of a query that decides numbers. Bands, and models and arms of groups, only decide what is drawn of them; a
 * single run is another one under another model or arm.
 */
export function askedOf(
  query: string,
  { panels, variables }: Pick<DashboardDocument, "panels" | "variables">,
): string {
  const decides = ({ kind, name }: Variable): boolean =>
    kind !== "band" &&
    panels.some(
      ({ bind, content }) =>
        bind[kind] === name && ((kind !== "model" && kind !== "arm") || content.kind === "run"),
    );
  return writeValues("", variables.filter(decides), readValues(query, variables));
}

/** What of an address sets variables: the rest is the page's own. */
export function variableQuery(query: string): string {
  const params = new URLSearchParams(query);
  for (const key of [...params.keys()]) if (!key.startsWith(prefix)) params.delete(key);
  return params.toString();
}
