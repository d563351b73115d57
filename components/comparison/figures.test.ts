import { fixtureView } from "@/components/charts/testing/comparison-fixture";
import { encodeGroups } from "@/components/charts/encoding";
import { expect, test } from "vitest";
import { isShown, plannedFigures, prepareFigure } from "./figures";

const view = fixtureView();
const planned = plannedFigures(view.panels);

test("curves, differences, traces and recordings each make a figure, in the order of the page", () => {
  expect(planned.map(({ id }) => id)).toEqual([
    "curve:prepLick",
    "difference:prepLick",
    "trace:dopamine",
    "trace:dLight",
  ]);
});

test("a panel that draws nothing is left out where another of its measure says why, and only there", () => {
  const [curve] = view.panels;
  const missing = [{ group: "recording", reason: "There are no lick events." }];
  const empty = { ...curve, key: "other", series: [], notApplicable: missing };
  const ids = (panels: typeof view.panels) => plannedFigures(panels).map(({ panels: [own] }) => own.key);
  expect(ids([empty])).toEqual(["other"]);
  expect(ids([empty, curve])).toContain("other");
  expect(ids([empty, { ...curve, notApplicable: missing }])).toEqual([curve.key]);
});

test("without a choice the usual figures are shown, with one exactly those", () => {
  expect(isShown("curve:prepLick", undefined)).toBe(true);
  expect(isShown("curve:policy", undefined)).toBe(false);
  expect(isShown("curve:policy", ["curve:policy"])).toBe(true);
  expect(isShown("curve:prepLick", ["curve:policy"])).toBe(false);
});

test("a zoom acts on the figures of its axis alone", () => {
  const look = {
    groups: view.groups,
    encodings: encodeGroups(view.groups),
    hidden: new Set<string>(),
    band: "sem" as const,
    individuals: true,
    zoom: null,
    facetBy: "arm" as const,
  };
  const zoom = { [planned[0].panels[0].axis.key]: { from: 100, to: 300 } };
  const domains = planned.map((one) => prepareFigure(one, look, zoom).figure.xAxis.domain);
  expect(domains).toEqual([
    [100, 300],
    [100, 300],
    [0, 3000],
    [-1.01, 1.99],
  ]);
});
