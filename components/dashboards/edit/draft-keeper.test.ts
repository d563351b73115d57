import { expect, test } from "vitest";
import type { DashboardDocument } from "@/contracts/dashboard";
import { createDraftKeeper, type DraftServer } from "./draft-keeper";
import { addPanel, emptyDocument } from "./edits";

const words = (document: DashboardDocument) =>
  document.panels.map(({ content }) => (content.kind === "text" ? content.text : ""));
const add = (text: string) => (document: DashboardDocument) =>
  addPanel(document, { title: "", place: { x: 0, w: 12, h: 1 }, bind: {}, content: { kind: "text", text } });

/** A server as the procedures are, in memory. */
function fakeServer() {
  const versions: { message: string; document: DashboardDocument }[] = [];
  let draft = { revision: 1, document: emptyDocument };
  let down = false;
  const server: DraftServer = {
    async save(revision, document) {
      if (down) throw new Error("The server did not answer.");
      if (revision !== draft.revision) return null;
      draft = { revision: revision + 1, document };
      return draft.revision;
    },
    load: async () => ({ ...draft, author: "Bea" }),
    async keep(revision, message) {
      if (revision !== draft.revision) return null;
      versions.push({ message, document: draft.document });
      draft = { ...draft, revision: revision + 1 };
      return draft.revision;
    },
  };
  return {
    ...{ server, versions, draft: () => draft },
    somebody: (edit: (document: DashboardDocument) => DashboardDocument) => {
      draft = { revision: draft.revision + 1, document: edit(draft.document) };
    },
    breaks: (now: boolean) => {
      down = now;
    },
  };
}

test("edits reach the server, and can be undone and done again", async () => {
  const { server, draft } = fakeServer();
  const keeper = createDraftKeeper(draft(), server);
  keeper.change(add("one"));
  const saving = keeper.save();
  // what is typed while the first request is under way goes after it, not beside it
  keeper.change(add("two"));
  expect(await saving).toBe(true);
  expect(words(draft().document)).toEqual(["one", "two"]);
  keeper.undo();
  await keeper.save();
  expect(words(draft().document)).toEqual(["one"]);
  keeper.redo();
  await keeper.save();
  expect(words(draft().document)).toEqual(["one", "two"]);
  keeper.undo();
  keeper.change(add("three"));
  keeper.redo();
  expect(words(keeper.get().present)).toEqual(["one", "three"]);
});

test("a server that does not answer is said, and nothing is lost", async () => {
  const { server, draft, breaks } = fakeServer();
  const keeper = createDraftKeeper(draft(), server);
  breaks(true);
  keeper.change(add("one"));
  expect(await keeper.save()).toBe(false);
  expect(keeper.get().problem).toContain("did not answer");
  breaks(false);
  expect(await keeper.save()).toBe(true);
  expect(keeper.get().problem).toBeNull();
  expect(words(draft().document)).toEqual(["one"]);
});

async function inConflict() {
  const fake = fakeServer();
  const keeper = createDraftKeeper(fake.draft(), fake.server);
  fake.somebody(add("theirs"));
  keeper.change(add("mine"));
  expect(await keeper.save()).toBe(false);
  expect(keeper.get().conflict).toMatchObject({ author: "Bea", revision: 2 });
  // further edits wait for the choice
  keeper.change(add("more"));
  expect(await keeper.save()).toBe(false);
  expect(words(fake.draft().document)).toEqual(["theirs"]);
  return { ...fake, keeper };
}

test("both: what each wrote stands there", async () => {
  const { keeper, draft } = await inConflict();
  await keeper.settle("both");
  expect(words(draft().document).sort()).toEqual(["mine", "more", "theirs"]);
  expect(keeper.get().conflict).toBeNull();
});

test("theirs: mine is a version, and one undo away", async () => {
  const { keeper, draft, versions } = await inConflict();
  await keeper.settle("theirs");
  expect(words(draft().document)).toEqual(["theirs"]);
  expect(versions.map(({ document }) => words(document))).toEqual([["mine", "more"]]);
  keeper.undo();
  expect(words(keeper.get().present)).toEqual(["mine", "more"]);
});

test("mine: theirs is a version, and a third change in between is met again", async () => {
  const { keeper, draft, versions, somebody } = await inConflict();
  somebody(add("late"));
  await keeper.settle("mine");
  expect(keeper.get().conflict?.document && words(keeper.get().conflict!.document)).toEqual([
    "theirs",
    "late",
  ]);
  await keeper.settle("mine");
  expect(words(draft().document)).toEqual(["mine", "more"]);
  expect(versions.map(({ document }) => words(document))).toEqual([["theirs", "late"]]);
  expect(versions[0].message).toContain("Bea");
});
