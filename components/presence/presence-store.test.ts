import type { Presence } from "@/contracts/presence";
import { expect, it, vi } from "vitest";
import { createPresenceStore } from "./presence-store";

const object = { kind: "model" as const, id: "m" };
const ada = { id: "a", name: "Ada" };
const told = (more: Partial<Presence> = {}): Presence => ({
  ...{ object, person: ada, guestOf: null, tab: "tab one", here: true, asks: false },
  ...more,
});
function withClock() {
  let at = 0;
  return { store: createPresenceStore(() => at), pass: (ms: number) => (at += ms) };
}
const names = (store: ReturnType<typeof createPresenceStore>) => store.at(object).map(({ name }) => name);

it("counts one person once, from however many tabs, until the last of them looks away", () => {
  const { store } = withClock();
  store.heard(told());
  store.heard(told({ tab: "tab two" }));
  store.heard(told({ person: { id: "b", name: "Ben" } }));
  expect(names(store)).toEqual(["Ada", "Ben"]);
  store.heard(told({ here: false }));
  expect(names(store)).toEqual(["Ada", "Ben"]);
  store.heard(told({ tab: "tab two", here: false }));
  expect(names(store)).toEqual(["Ben"]);
});

it("forgets within 30 s who was not heard of again", () => {
  const { store, pass } = withClock();
  store.heard(told());
  pass(20_000);
  store.refresh();
  expect(names(store)).toEqual(["Ada"]);
  pass(10_000);
  store.refresh();
  expect(names(store)).toEqual([]);
});

it("in doubt asks everybody, and keeps who answers", () => {
  const { store, pass } = withClock();
  const asked = vi.fn();
  store.onAsked(asked);
  store.heard(told());
  store.heard(told({ person: { id: "b", name: "Ben" } }));
  store.doubt();
  expect(asked).toHaveBeenCalledWith(null, null);
  store.heard(told());
  pass(3000);
  store.refresh();
  expect(names(store)).toEqual(["Ada"]);
});

it("hands on a newcomer's question, and tells of what changed only", () => {
  const { store } = withClock();
  const [asked, changed] = [vi.fn(), vi.fn()];
  store.onAsked(asked);
  store.subscribe(changed);
  store.heard(told({ asks: true }));
  store.heard(told());
  expect(asked.mock.calls).toEqual([["model m", "tab one"]]);
  expect(changed).toHaveBeenCalledOnce();
});
