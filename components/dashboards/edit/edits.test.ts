import fc from "fast-check";
import { expect, test } from "vitest";
import { dashboardDocument, type DashboardDocument, type Panel, type Variable } from "@/contracts/dashboard";
import * as edits from "./edits";
import { mergeDocuments } from "./merge";

const state = { groups: [{ kind: "recording" as const, dataset: "d", group: "" }] };
const chart = (title: string): Omit<Panel, "id"> => ({
  title,
  place: { x: 0, w: 6, h: 4 },
  bind: {},
  content: dashboardDocument.shape.panels.element.shape.content.parse({
    ...{ kind: "chart", figure: "curve:prepLick" },
    source: { from: "state", state },
  }),
});
const text = (words: string): Omit<Panel, "id"> => ({
  ...{ title: "", place: { x: 0, w: 12, h: 1 }, bind: {} },
  content: { kind: "text", text: words },
});
const band: Omit<Variable, "name"> = { kind: "band", title: "Band", value: "sem" };
const start = [chart("one"), text("two"), chart("three")].reduce(edits.addPanel, edits.emptyDocument);

test("names are free, and stay within what an address holds", () => {
  expect(edits.freeName("Größe, in mm", [])).toBe("gro-e-in-mm");
  expect(edits.freeName("…", ["one"])).toBe("one-2");
  expect(start.panels.map(({ id }) => id)).toEqual(["chart", "text", "chart-2"]);
  expect(dashboardDocument.parse(edits.duplicatePanel(start, "chart")).panels.map(({ id }) => id)).toContain(
    "chart-3",
  );
});

test("a new variable is followed by whoever can; without it they show their own again", () => {
  const bound = edits.addVariable(start, band);
  expect(bound.panels.map(({ bind }) => bind)).toEqual([{ band: "band" }, {}, { band: "band" }]);
  expect(dashboardDocument.parse(bound)).toEqual(bound);
  const second = edits.addVariable(bound, band);
  expect(second.variables.map(({ name }) => name)).toEqual(["band", "band-2"]);
  expect(second.panels.map(({ bind }) => bind)).toEqual(bound.panels.map(({ bind }) => bind));
  expect(edits.removeVariable(bound, "band")).toEqual(start);
});

test("a binding to what is not there is refused", () => {
  const [first, ...rest] = start.panels;
  const wrong = { ...start, panels: [{ ...first, bind: { band: "none" } }, ...rest] };
  expect(dashboardDocument.safeParse(wrong).success).toBe(false);
});

type Edit = (document: DashboardDocument) => DashboardDocument;
const pick = (document: DashboardDocument, n: number) =>
  document.panels[n % Math.max(1, document.panels.length)]?.id ?? "";
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.string({ maxLength: 8 }).map(
    (words): Edit =>
      (document) =>
        edits.addPanel(document, text(`added ${words}`)),
  ),
  fc.nat(9).map(
    (n): Edit =>
      (document) =>
        edits.removePanel(document, pick(document, n)),
  ),
  fc.tuple(fc.nat(9), fc.string({ minLength: 1, maxLength: 8 })).map(
    ([n, title]): Edit =>
      (document) =>
        edits.changePanel(document, pick(document, n), { title: title.trim() }),
  ),
  fc.constant<Edit>((document) => edits.addVariable(document, band)),
  fc.constant<Edit>((document) => edits.removeVariable(document, "band")),
);
const several = fc.array(edit, { maxLength: 4 }).map(
  (all): Edit =>
    (document) =>
      all.reduce((now, one) => one(now), document),
);
const words = ({ panels }: DashboardDocument) =>
  panels.map(({ title, content }) => JSON.stringify([title, content]));

test("merging loses nothing that either side wrote, and needs no merging where only one wrote", () => {
  fc.assert(
    fc.property(several, several, (one, other) => {
      const [mine, theirs] = [one(start), other(start)];
      expect(mergeDocuments(start, mine, start)).toEqual(mine);
      expect(mergeDocuments(start, start, theirs)).toEqual(theirs);
      const merged = mergeDocuments(start, mine, theirs);
      expect(dashboardDocument.parse(merged)).toEqual(merged);
      const before = words(start);
      for (const side of [mine, theirs])
        for (const written of words(side))
          if (!before.includes(written)) expect(words(merged)).toContain(written);
    }),
  );
});

test("what both changed stands there twice, what one moved stands where it was moved to", () => {
  const moved = {
    ...start,
    panels: start.panels.map((one) => (one.id === "chart" ? { ...one, place: { x: 6, w: 6, h: 4 } } : one)),
  };
  const mine = edits.changePanel(moved, "text", { content: { kind: "text", text: "mine" } });
  const theirs = edits.changePanel(
    edits.changePanel(start, "text", { content: { kind: "text", text: "theirs" } }),
    "chart",
    { title: "renamed" },
  );
  const { panels } = mergeDocuments(start, mine, theirs);
  expect(panels.filter(({ content }) => content.kind === "text").map(({ content }) => content)).toEqual([
    { kind: "text", text: "theirs" },
    { kind: "text", text: "mine" },
  ]);
  expect(panels.find(({ id }) => id === "chart")).toMatchObject({ title: "renamed", place: { x: 6 } });
});
