/**
 * The address says the whole state of a comparison. A state is written as what differs from a base: the saved comparison
 * that is open, or an empty one. What a reader pins (one position on one axis) stands in the address, too, but is no part
 * of what can be saved.
 */
import { comparisonState, groupRef, type ComparisonState, type GroupRef } from "@/contracts/comparison";
import { measureWindows } from "@/contracts/session";

/** As the page holds it: also before the first group is chosen. */
export type PageState = ComparisonState;
export interface Pin {
  readonly axis: string;
  readonly x: number;
  readonly figure: string;
}

export const emptyState: PageState = {
  groups: [],
  hidden: [],
  band: "sem",
  block: 100,
  trials: { from: 1, to: 800 },
  individuals: true,
};

/** No escaped name is a lone "!". */
const none = "!";
const escaped = (text: string) => text.replaceAll("!", "!!").replaceAll("~", "!-");
const unescaped = (text: string) => text.replaceAll(/!(!|-)/g, (_, mark) => (mark === "!" ? "!" : "~"));
const list = (values: readonly string[]) => (values.length > 0 ? values.map(escaped).join("~") : none);
const unlist = (text: string) => (text === none ? [] : text.split("~").map(unescaped));

const writeGroup = (ref: GroupRef): string =>
  ref.kind === "simulation"
    ? list(["s", ref.experiment, ref.model, ref.arm])
    : list(["r", ref.dataset, ref.group]);

function readGroup(text: string): GroupRef | null {
  const [kind, ...parts] = unlist(text);
  const [first, second, third] = parts;
  const parsed = groupRef.safeParse(
    kind === "s"
      ? { kind: "simulation", experiment: first, model: second, arm: third }
      : { kind: "recording", dataset: first, group: second },
  );
  return parsed.success ? parsed.data : null;
}

type Zoom = NonNullable<PageState["zoom"]>;
const writeZoom = (zoom: Zoom) =>
  Object.entries(zoom).map(([axis, { from, to }]) => list([axis, String(from), String(to)]));

function readZoom(values: readonly string[]): Zoom {
  const zoom: Zoom = {};
  for (const value of values) {
    const [axis, from, to] = unlist(value);
    if (axis && Number(from) < Number(to)) zoom[axis] = { from: Number(from), to: Number(to) };
  }
  return zoom;
}

type OwnWindows = NonNullable<PageState["windows"]>;
type Window = OwnWindows[string]["window"];
const edges = ({ event, from, to }: Window) => [event, String(from), to === null ? "" : String(to)];
/** "cueResponse~cue~0~300~cue~-500~0": the window, then what is subtracted. */
const writeWindows = (windows: OwnWindows) =>
  Object.entries(windows).map(([measure, { window, baseline }]) =>
    list([measure, ...edges(window), ...(baseline ? edges(baseline) : [])]),
  );

function readWindows(values: readonly string[]): OwnWindows {
  const read = ([event, from, to]: readonly string[]) => ({
    ...{ event, from: Number(from), to: to === "" ? null : Number(to) },
  });
  const windows: OwnWindows = {};
  for (const value of values) {
    const [measure, ...numbers] = unlist(value);
    const baseline = numbers.length > 3 ? read(numbers.slice(3)) : null;
    const parsed = measureWindows.safeParse({ window: read(numbers), baseline });
    if (measure && parsed.success) windows[measure] = parsed.data;
  }
  return windows;
}

/** Undoes the escapes that a query does not need, so that a person can read an address. */
const readable = (query: string) =>
  query.replaceAll(/%(7E|3A|2C|40|21)/g, (escape) => decodeURIComponent(escape));

/** The query of an address, without "?"; empty where nothing differs from `base`. */
export function encodeState(state: PageState, base: PageState, pin: Pin | null = null): string {
  const out: [string, string][] = [];
  const differs = (key: keyof PageState) => JSON.stringify(state[key]) !== JSON.stringify(base[key]);
  if (differs("groups"))
    for (const value of state.groups.length > 0 ? state.groups.map(writeGroup) : [none])
      out.push(["g", value]);
  // hidden groups are places in the list: they mean nothing once it differs
  if (differs("hidden") || (differs("groups") && state.hidden.length > 0))
    out.push(["h", list(state.hidden.map(String))]);
  if (differs("band")) out.push(["band", state.band]);
  if (differs("block")) out.push(["block", String(state.block)]);
  if (differs("trials")) out.push(["t", `${state.trials.from}~${state.trials.to}`]);
  if (differs("individuals")) out.push(["i", state.individuals ? "1" : "0"]);
  if (differs("facet")) out.push(["f", state.facet ?? "arm"]);
  if (differs("panels")) out.push(["p", state.panels ? list(state.panels) : "!*"]);
  if (differs("windows")) {
    const windows = writeWindows(state.windows ?? {});
    for (const value of windows.length > 0 ? windows : [none]) out.push(["w", value]);
  }
  if (differs("relative")) out.push(["rel", state.relative ? "1" : "0"]);
  if (differs("zoom")) {
    const zoom = writeZoom(state.zoom ?? {});
    for (const value of zoom.length > 0 ? zoom : [none]) out.push(["z", value]);
  }
  if (pin) out.push(["x", list([pin.axis, String(pin.x), pin.figure.replace(`@${pin.axis}`, "@")])]);
  return readable(new URLSearchParams(out).toString());
}

/** The state of an address. What cannot be read is left as in `base`: an old or mistyped address still opens. */
export function decodeState(query: string, base: PageState): { state: PageState; pin: Pin | null } {
  const params = new URLSearchParams(query);
  const get = (key: string) => params.get(key);
  const raw: Record<string, unknown> = { ...base };
  const groups = params.getAll("g");
  if (groups.length > 0) {
    raw.groups = groups.flatMap((value) => readGroup(value) ?? []).slice(0, 24);
    raw.hidden = [];
  }
  const attempt = <K extends keyof PageState>(key: K, value: unknown) => {
    const parsed = comparisonState.shape[key].safeParse(value);
    if (parsed.success) raw[key] = parsed.data;
  };
  if (get("h") !== null) attempt("hidden", unlist(get("h")!).map(Number));
  if (get("band") !== null) attempt("band", get("band"));
  if (get("block") !== null) attempt("block", Number(get("block")));
  if (get("t") !== null) {
    const [from, to] = get("t")!.split("~").map(Number);
    attempt("trials", { from, to });
  }
  if (get("i") !== null) raw.individuals = get("i") !== "0";
  if (get("f") !== null) attempt("facet", get("f"));
  if (get("p") !== null)
    if (get("p") === "!*") delete raw.panels;
    else attempt("panels", unlist(get("p")!));
  const windows = params.getAll("w");
  if (windows.length > 0) {
    delete raw.windows;
    const read = readWindows(windows);
    if (Object.keys(read).length > 0) attempt("windows", read);
  }
  if (get("rel") !== null) {
    delete raw.relative;
    if (get("rel") === "1") raw.relative = true;
  }
  const zoom = params.getAll("z");
  if (zoom.length > 0) attempt("zoom", readZoom(zoom));

  const [axis, x, figure] = unlist(get("x") ?? none);
  const pin =
    axis && figure && Number.isFinite(Number(x))
      ? { axis, x: Number(x), figure: figure.replace(/@$/, `@${axis}`) }
      : null;
  return { state: raw as unknown as PageState, pin };
}

/** Where these groups stand side by side. */
export function comparisonHref(
  lab: string,
  groups: readonly GroupRef[],
  rest: Partial<Omit<PageState, "groups">> = {},
): string {
  return `/lab/${lab}/compare?${encodeState({ ...emptyState, ...rest, groups: [...groups] }, emptyState)}`;
}

/** Longer addresses are cut by some mail programs and chats: such a state is shared as a saved comparison. */
export const longestAddress = 2000;
