import type { NotedFigure } from "@/components/charts/notes/notes";
import { objectState, type Anchor, type ThreadView } from "@/contracts/comment";
import { expect, it, vi } from "vitest";
import { createTalkStore } from "./talk-store";

const axis = { key: "trials", title: "Training trial", unit: "trial" };
const figure = (key: string): NotedFigure => ({
  ...{ key, title: key, axis, domain: [0, 800] as const, groups: [] },
  say: (x) => `trial ${x}`,
  element: () => null,
});
const thread = (id: string, key: string | null, at: number | null, resolved = false): ThreadView => ({
  ...{ id, seen: objectState.parse({}), visibility: "lab", createdAt: new Date(0), muted: null },
  ...{ comments: [], left: 0, resolved: resolved ? { at: new Date(0), by: null } : null },
  anchor: {
    figure: key === null ? null : { key, title: key },
    place: at === null ? null : { axis, from: at, to: at + 10, said: "", group: null },
  } satisfies Anchor,
});
const say = ({ id }: ThreadView) => `says ${id}`;

it("hangs open threads on their figures, and a resolved one only while somebody looks at it", () => {
  const store = createTalkStore(true);
  store.hang(
    [thread("a", "f", 5), thread("b", "f", null), thread("c", "f", 9, true), thread("d", null, null)],
    say,
  );
  expect(store.notes.of("f")).toEqual([
    { id: "a", axis: "trials", from: 5, to: 15, group: null, label: "says a", active: false },
  ]);
  expect(store.notes.count("f")).toBe(2);
  store.notes.open("c");
  expect(store.get()).toMatchObject({ open: true, thread: "c" });
  expect(store.notes.of("f").map(({ id, active }) => [id, active])).toEqual([
    ["a", false],
    ["c", true],
  ]);
});

it("leaves a figure alone whose remarks did not change", () => {
  const store = createTalkStore(true);
  store.hang([thread("a", "f", 5), thread("b", "g", 5)], say);
  const [f, g] = [store.notes.of("f"), store.notes.of("g")];
  store.hang([thread("a", "f", 5), thread("b", "g", 6)], say);
  expect(store.notes.of("f")).toBe(f);
  expect(store.notes.of("g")).not.toBe(g);
});

it("begins a thread where the reader is on a figure of the page", () => {
  const store = createTalkStore(true);
  const heard = vi.fn();
  store.subscribe(heard);
  const leave = store.notes.register(figure("f"));
  store.notes.begin({ key: "f", title: "f" }, { from: 100.2, to: 199.8 });
  expect(store.get().begun).toMatchObject({
    figure: { key: "f" },
    place: { from: 100, to: 200, said: "training trials 100–200", axis },
  });
  leave();
  expect(store.figures()).toEqual([]);
  store.notes.begin({ key: "f", title: "f" }, { from: 1, to: 2 });
  expect(store.get().begun).toMatchObject({ figure: { key: "f" }, place: null });
  expect(heard).toHaveBeenCalledTimes(4);
});

it("only opens for somebody who may not write", () => {
  const store = createTalkStore(false);
  store.notes.begin({ key: "f", title: "f" }, null);
  expect(store.get()).toMatchObject({ open: true, begun: null });
});
