import { expect, test } from "vitest";
import { cssColour, encodeGroups, recordingInks, roleInks } from "./encoding";
import { fixtureGroups, fixtureRecording, twoModels } from "./testing/comparison-fixture";

const luminance = (hex: string) => {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string, b: string) => {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};

test("every shade has at least 3:1 against its paper", () => {
  for (const ink of [...Object.values(roleInks).flat(), ...recordingInks]) {
    expect(contrast(ink.light, "#ffffff"), ink.light).toBeGreaterThanOrEqual(3);
    expect(contrast(ink.dark, "#121417"), ink.dark).toBeGreaterThanOrEqual(3);
  }
});

test("the first shade of a role is its Okabe-Ito hue, except where white would swallow it", () => {
  expect(roleInks["learning rate"][0]).toEqual({ light: "#0072b2", dark: "#0072b2" });
  expect(roleInks.error[0]).toEqual({ light: "#d55e00", dark: "#d55e00" });
});

test("hue is the role, dash is the arm, and arms of a model share colour and marker", () => {
  const looks = encodeGroups(fixtureGroups());
  const of = (model: string, arm: string) => looks.get(`simulation:e1:${model}:${arm}`)!;
  expect(of("m1", "control").ink).toEqual(roleInks["learning rate"][0]);
  expect(of("m2", "control").ink).toEqual(roleInks.error[0]);
  expect(of("m1", "control").dash).toBeNull();
  expect(of("m1", "stimLick-").dash).toBe("10 4");
  expect(of("m1", "stimLick+").dash).toBe("4 3");
  expect(of("m1", "stimLick+").ink).toBe(of("m1", "control").ink);
  expect(of("m1", "stimLick+").marker).toBe(of("m1", "control").marker);
});

test("up to twenty models of one role differ in shade or marker", () => {
  const models = Array.from({ length: 20 }, (_, index) => ({
    id: `m${index}`,
    label: `model ${index}`,
    role: "error",
  }));
  const groups = fixtureGroups(models, [{ key: "control", title: "Control" }]);
  const looks = [...encodeGroups(groups).values()].map(({ ink, marker }) => `${ink.light} ${marker}`);
  expect(new Set(looks).size).toBe(20);
});

test("recordings are in ink", () => {
  const { group } = fixtureRecording();
  const look = encodeGroups([...fixtureGroups(twoModels), group]).get(group.key)!;
  expect(look.kind).toBe("recording");
  expect(look.ink).toEqual(recordingInks[0]);
  expect(look.dash).toBeNull();
});

test("arms of other paradigms take spare dashes, and an unknown role stays neutral", () => {
  const [first] = fixtureGroups();
  const other = {
    ...first,
    key: "x",
    dopamineRole: "something new",
    ref: { kind: "simulation" as const, experiment: "e", model: "m", arm: "reversal" },
    arm: { key: "reversal", title: "Reversal" },
  };
  const look = encodeGroups([other]).get("x")!;
  expect(look.ink).toEqual(roleInks.none[0]);
  expect(look.dash).not.toBeNull();
});

test("colours are plain CSS that computed styles resolve", () => {
  expect(cssColour({ light: "#000000", dark: "#000000" })).toBe("#000000");
  expect(cssColour({ light: "#000000", dark: "#ffffff" })).toBe("light-dark(#000000, #ffffff)");
});
