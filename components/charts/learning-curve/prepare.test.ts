import { expect, test } from "vitest";
import { encodeGroups } from "../encoding";
import { fixtureCurve, fixtureGroups, fixtureRecording, twoModels } from "../testing/comparison-fixture";
import { prepareLearningCurve } from "./prepare";

const groups = fixtureGroups();
const panel = fixtureCurve(groups, { key: "prepLick", title: "Preparatory lick rate", unit: "Hz", scale: 3 });
const look = {
  groups,
  encodings: encodeGroups(groups),
  hidden: new Set<string>(),
  band: "sem" as const,
  individuals: true,
  zoom: null,
  facetBy: "arm" as const,
};
const control = groups[0].key;

test("a facet per arm with the models overlaid, one y axis for all", () => {
  const figure = prepareLearningCurve(panel, look);
  expect(figure.facets.map(({ title }) => title)).toEqual(["Control", "stimLick-", "stimLick+"]);
  expect(figure.facets[0].lines.map(({ entry }) => entry)).toEqual(["ACTR as rate v1", "ACTR as error v1"]);
  expect(figure.legend.map(({ text, encoding }) => [text, encoding.dash])).toEqual([
    ["ACTR as rate v1", null],
    ["ACTR as error v1", null],
  ]);
  expect(figure.note).toBe("mean, band SEM over 6 initial networks; thin lines: individuals");
  expect(figure.xAxis.domain).toEqual([0, 800]);
  expect(figure.sayX(50.5)).toBe("trials 1–100");
});

test("a facet per model with the arms overlaid, or all in one", () => {
  expect(prepareLearningCurve(panel, { ...look, facetBy: "model" }).facets.map(({ title }) => title)).toEqual(
    ["ACTR as rate v1", "ACTR as error v1"],
  );
  const [one, ...others] = prepareLearningCurve(panel, { ...look, facetBy: "none" }).facets;
  expect(others).toEqual([]);
  expect(one.lines).toHaveLength(6);
});

test("hiding a group takes its line and changes no other number", () => {
  const all = prepareLearningCurve(panel, look);
  const some = prepareLearningCurve(panel, { ...look, hidden: new Set([control]) });
  expect(some.facets[0].lines.map(({ group }) => group)).not.toContain(control);
  const kept = (figure: typeof all) =>
    figure.facets.flatMap(({ lines }) =>
      lines
        .filter(({ group }) => group !== control)
        .map(({ points, bands, encoding }) => [points, bands, encoding]),
    );
  expect(kept(some)).toEqual(kept(all));
});

test("individuals are drawn up to thirty, when they are wanted", () => {
  const lines = (subjects: number, individuals: boolean) => {
    const many = fixtureGroups(twoModels, undefined, subjects);
    const own = fixtureCurve(many, { key: "k", title: "t", unit: "u", scale: 1 });
    return prepareLearningCurve(own, { ...look, groups: many, encodings: encodeGroups(many), individuals })
      .facets[0].lines[0].individuals.length;
  };
  expect(lines(30, true)).toBe(30);
  expect(lines(31, true)).toBe(0);
  expect(lines(6, false)).toBe(0);
});

test("a zoom shortens x, and y fits what is left", () => {
  const whole = prepareLearningCurve(panel, look);
  const part = prepareLearningCurve(panel, { ...look, zoom: { from: 0, to: 200 } });
  expect(part.xAxis.domain).toEqual([0, 200]);
  expect(part.yAxis.domain[1]).toBeLessThan(whole.yAxis.domain[1]);
});

test("says why it is empty", () => {
  const empty = (change: Partial<typeof look>, series = panel.series) =>
    prepareLearningCurve({ ...panel, series }, { ...look, ...change }).empty;
  expect(empty({ hidden: new Set(groups.map(({ key }) => key)) })).toBe(
    "All groups with this measure are hidden.",
  );
  const blank = panel.series.map((series) => ({ ...series, mean: series.mean.map(() => null) }));
  expect(empty({}, blank)).toBe("No group has a value in this window of trials.");
  const waiting = groups.map((group) => ({ ...group, runs: { ...group.runs, done: 0, pending: 12 } }));
  expect(empty({ groups: waiting }, blank)).toContain("72 still to come");
});

test("a group without the measure is named with its reason, once for all that share it", () => {
  const figure = prepareLearningCurve(
    {
      ...panel,
      notApplicable: groups.slice(0, 2).map(({ key }) => ({ group: key, reason: "No such signal." })),
    },
    look,
  );
  expect(figure.remarks).toEqual([
    "Not shown: ACTR as rate v1 · Control, ACTR as rate v1 · stimLick-. No such signal.",
  ]);
});

test("so is a recording without the measure; where there are both, points and lines are told apart", () => {
  const { group } = fixtureRecording();
  const both = [...groups, group];
  const own = { ...look, groups: both, encodings: encodeGroups(both) };
  const reason = "There are no lick events.";
  expect(
    prepareLearningCurve({ ...panel, notApplicable: [{ group: group.key, reason }] }, own).remarks,
  ).toEqual([`Not shown: ${group.label}. ${reason}`]);
  const series = [...panel.series, { ...panel.series[0], group: group.key }];
  expect(prepareLearningCurve({ ...panel, series }, own).note).toContain(
    "; points: recordings, lines: models",
  );
  expect(prepareLearningCurve(panel, own).note).not.toContain("points");
});

test("groups of other size are counted apart", () => {
  const series = panel.series.map((one, index) => (index === 0 ? { ...one, n: one.n.map(() => 4) } : one));
  expect(prepareLearningCurve({ ...panel, series }, look).note).toContain(
    "4 initial networks (1 group), 6 initial networks (5 groups)",
  );
});

test("a group without a value yet is named with what is still to come", () => {
  const [first, ...rest] = groups;
  const waiting = [{ ...first, runs: { ...first.runs, pending: 12 } }, ...rest];
  const empty = {
    ...panel,
    series: panel.series.map((series) =>
      series.group === first.key ? { ...series, mean: series.mean.map(() => null) } : series,
    ),
  };
  expect(prepareLearningCurve(empty, { ...look, groups: waiting }).remarks).toContain(
    `No value yet: ${first.label}. 12 runs still to come.`,
  );
  expect(
    prepareLearningCurve(empty, { ...look, groups: waiting, hidden: new Set([first.key]) }).remarks,
  ).toEqual([]);
});

test("one replicate is counted in the singular", () => {
  const alone = { ...panel, series: panel.series.map((series) => ({ ...series, n: series.n.map(() => 1) })) };
  expect(prepareLearningCurve(alone, look).note).toContain(
    "no band (one subject has no spread): mean over 1 initial network",
  );
});
