import { expect, test } from "vitest";
import { addPanel, addVariable, changePanel, emptyDocument, removePanel } from "../edit/edits";
import { stepMove } from "../grid/layout";
import { differences } from "./difference";

const text = (words: string, title = "") => ({
  ...{ title, place: { x: 0, w: 12, h: 1 }, bind: {} },
  content: { kind: "text" as const, text: words },
});
const start = [text("one"), text("two")].reduce(addPanel, emptyDocument);

test("nothing differs from itself", () => expect(differences(start, start)).toEqual([]));

test("what came, went, changed and moved is said by name", () => {
  const added = addPanel(start, text("three", "Third"));
  const changed = changePanel(added, "text", { content: { kind: "text", text: "uno" } });
  const gone = removePanel(changed, "text-2");
  const after = addVariable(gone, { kind: "band", title: "Band", value: "sem" });
  expect(
    differences(start, after).map(({ what, change, name, parts }) => [what, change, name, parts]),
  ).toEqual([
    ["Panel", "changed", "Text: uno", [{ name: "text", before: "one", after: "uno" }]],
    ["Panel", "added", "Third", []],
    ["Panel", "removed", "Text: two", []],
    ["Variable", "added", "Band", []],
  ]);
  const moved = { ...start, panels: stepMove(start.panels, "text", "down") };
  expect(differences(start, moved).map(({ change, name }) => `${change} ${name}`)).toEqual([
    "moved Text: two",
    "moved Text: one",
  ]);
});
