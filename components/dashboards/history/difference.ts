/** What changed from one document to another, in words: what was added, taken away, changed, and what moved. */
import { canonicalJson } from "@/contracts/canonical-json";
import type { DashboardDocument, Panel, Reference, Variable } from "@/contracts/dashboard";
import { cellsOf } from "../grid/layout";
import { panelWords } from "../panels/registry";

export interface Difference {
  readonly key: string;
  readonly what: "Panel" | "Variable" | "Reference";
  readonly name: string;
  readonly change: "added" | "removed" | "changed" | "moved";
  /** Part by part, for what changed or moved. */
  readonly parts: readonly { readonly name: string; readonly before: string; readonly after: string }[];
}

const same = (a: unknown, b: unknown) => canonicalJson(a ?? null) === canonicalJson(b ?? null);
const say = (value: unknown): string =>
  value === undefined || value === null || value === ""
    ? "none"
    : typeof value === "string"
      ? value
      : typeof value === "object"
        ? canonicalJson(value)
        : String(value);

/** Leaves of an object by dotted path, so that a difference names the one number that changed. */
function leaves(value: unknown, path = ""): [string, unknown][] {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path ? `${path}.${key}` : key));
}

function parts(before: object, after: object): Difference["parts"] {
  const [a, b] = [new Map(leaves(before)), new Map(leaves(after))];
  return [...new Set([...a.keys(), ...b.keys()])]
    .filter((path) => !same(a.get(path), b.get(path)))
    .map((path) => ({ name: path, before: say(a.get(path)), after: say(b.get(path)) }));
}

function listDifferences<T>(
  what: Difference["what"],
  before: readonly T[],
  after: readonly T[],
  {
    keyOf,
    nameOf,
    describe,
  }: {
    readonly keyOf: (one: T) => string;
    readonly nameOf: (one: T) => string;
    readonly describe: (one: T) => object;
  },
): Difference[] {
  const old = new Map(before.map((one) => [keyOf(one), one]));
  const now = new Set(after.map(keyOf));
  const entry = (one: T, change: Difference["change"], own: Difference["parts"] = []): Difference => ({
    ...{ key: `${what} ${change} ${keyOf(one)}`, what, name: nameOf(one), change, parts: own },
  });
  return [
    ...after.flatMap((one) => {
      const was = old.get(keyOf(one));
      if (!was) return [entry(one, "added")];
      const changed = parts(describe(was), describe(one));
      return changed.length > 0 ? [entry(one, "changed", changed)] : [];
    }),
    ...before.filter((one) => !now.has(keyOf(one))).map((one) => entry(one, "removed")),
  ];
}

const panelName = ({ title, content }: Panel) => title || panelWords(content);

function moves(before: readonly Panel[], after: readonly Panel[]): Difference[] {
  const cells = (panels: readonly Panel[]) => {
    const all = cellsOf(panels);
    return new Map(panels.map(({ id }, index) => [id, { ...all[index], turn: index + 1 }]));
  };
  const [a, b] = [cells(before), cells(after)];
  const words = ({ x, w, h, turn }: { x: number; w: number; h: number; turn: number }) =>
    `columns ${x + 1} to ${x + w}, ${h} high, place ${turn}`;
  return after.flatMap((panel) => {
    const [from, to] = [a.get(panel.id), b.get(panel.id)!];
    if (!from || (from.x === to.x && from.w === to.w && from.h === to.h && from.turn === to.turn)) return [];
    return [
      {
        ...{
          key: `moved ${panel.id}`,
          what: "Panel" as const,
          name: panelName(panel),
          change: "moved" as const,
        },
        parts: [{ name: "place", before: words(from), after: words(to) }],
      },
    ];
  });
}

export function differences(before: DashboardDocument, after: DashboardDocument): Difference[] {
  return [
    ...listDifferences<Panel>("Panel", before.panels, after.panels, {
      keyOf: ({ id }) => id,
      nameOf: panelName,
      describe: ({ title, bind, content }) => ({ title, follows: bind, ...content }),
    }),
    ...moves(before.panels, after.panels),
    ...listDifferences<Variable>("Variable", before.variables, after.variables, {
      keyOf: ({ name }) => name,
      nameOf: ({ title }) => title,
      describe: (one) => one,
    }),
    ...listDifferences<Reference>("Reference", before.references, after.references, {
      keyOf: ({ key }) => key,
      nameOf: ({ title }) => title,
      describe: (one) => one,
    }),
  ];
}
