import { beforeAll, expect, it } from "vitest";
import { procedureRows } from "../access/rows/registry";
import { callRoute } from "../access/testing/call-route";
import { inputOf } from "../access/testing/input-of";
import { withText } from "../access/testing/differing-texts";
import { cookieOf, type LabFixture, makeLab } from "../access/testing/lab-fixture";
import { appRouter } from "../root";
import { createCallerFactory } from "../trpc";

let lab: LabFixture;
beforeAll(async () => {
  lab = await makeLab("pasted");
});

/** A letter that PostgreSQL refuses, and half an emoji, which it refuses in JSON. */
const pasted = "as \0 pasted \ud83d";
const kept = "as \uFFFD pasted \uFFFD";

const call = async (name: string, path: string) => {
  const row = procedureRows.find((one) => one.name === name)!;
  const caller = createCallerFactory(appRouter)({
    user: lab.members.owner,
    address: null,
  }) as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
  const [noun, verb] = name.split(".");
  return JSON.stringify(await caller[noun][verb](withText(await inputOf(row, lab), path, pasted)));
};

it.each([
  ["models.create", "notes"],
  ["models.saveNotes", "text"],
  ["paradigms.create", "spec.meaning"],
  ["comparisons.save", "notes"],
])("%s keeps %s with a sign for what cannot be kept", async (name, path) => {
  expect(await call(name, path)).toContain(kept);
});

it.each([
  ["comments.start", "body"],
  ["dashboards.create", "document.panels.0.title"],
  ["objects.list", "text"],
  ["activity.log", "text"],
])("%s takes it as %s", async (name, path) => {
  await call(name, path);
});

it("an address that holds such a sign leads nowhere, and breaks nothing", async () => {
  const file = "app/api/lab/[lab]/runs/[run]/export/route.ts";
  const ask = async (params: Record<string, string>) =>
    (
      await callRoute(
        { file, method: "GET" },
        new Request("http://phasic.test/"),
        await cookieOf(lab.members.owner),
        params,
      )
    ).status;
  expect(await ask({ lab: lab.slug, run: "\0" })).toBe(400);
  expect(await ask({ lab: "\0", run: "x" })).toBe(400);
});
