import type { CommentView, ThreadsView } from "@/contracts/comment";
import { objectState } from "@/contracts/comment";
import { expect, it } from "vitest";
import { onComment, onThread, reacted, resolved } from "./apply";

const comment = (id: string): CommentView => ({
  ...{ id, author: null, mine: false, createdAt: new Date(0), editedAt: null, deleted: false, body: id },
  reactions: [],
});
const thread = (id: string, ...comments: string[]) => ({
  ...{ id, anchor: { figure: null, place: null }, seen: objectState.parse({}), visibility: "lab" as const },
  ...{ createdAt: new Date(0), resolved: null, muted: null, left: 0, comments: comments.map(comment) },
});
const view: ThreadsView = {
  ...{ threads: [thread("t", "a", "b"), thread("u", "c")], open: 2, total: 2, people: {} },
  ...{ now: objectState.parse({}), mayWrite: true, otherLabs: [] },
};

it("changes one comment and leaves the other threads as they are", () => {
  const after = onComment("b", (one) => ({ ...one, body: "new" }))(view);
  expect(after.threads[0].comments.map(({ body }) => body)).toEqual(["a", "new"]);
  expect(after.threads[1]).toBe(view.threads[1]);
  expect(onThread("u", (one) => ({ ...one, muted: true }))(view).threads[0]).toBe(view.threads[0]);
});

it("adds a reaction once, in the fixed order, and takes it back without a trace", () => {
  const once = reacted("thanks", true, "Ada")(comment("a"));
  const both = reacted("agree", true, "Ada")(reacted("thanks", true, "Ada")(once));
  expect(both.reactions).toEqual([
    { key: "agree", names: ["Ada"], mine: true },
    { key: "thanks", names: ["Ada"], mine: true },
  ]);
  const others = {
    ...comment("a"),
    reactions: [{ key: "agree" as const, names: ["Ben", "Ada"], mine: true }],
  };
  expect(reacted("agree", false, "Ada")(others).reactions).toEqual([
    { key: "agree", names: ["Ben"], mine: false },
  ]);
  expect(reacted("thanks", false, "Ada")(once).reactions).toEqual([]);
});

it("counts a thread as open or not, once", () => {
  const closed = resolved("t", "Ada", new Date(1))(view);
  expect(closed).toMatchObject({ open: 1, threads: [{ resolved: { by: "Ada" } }, { resolved: null }] });
  expect(resolved("t", "Ben", new Date(2))(closed)).toBe(closed);
  expect(resolved("t", null, new Date(3))(closed).open).toBe(2);
});
