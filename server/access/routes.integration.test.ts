import { readdirSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { memberRoles } from "../../contracts/lab";
import { may, type Permission, rolesThatMay } from "./permissions";
import { routeRows } from "./rows/registry";
import type { CurrentUser } from "./session";
import { callRoute, handlersOf } from "./testing/call-route";
import { cookieOf, type LabFixture, makeLab, makeUser } from "./testing/lab-fixture";

/** Every HTTP route, called as everybody. */
const files = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((file) => /(^|\/)route\.tsx?$/.test(file))
  .map((file) => `app/${file}`);

let here: LabFixture;
let there: LabFixture;
let outsider: CurrentUser;
beforeAll(async () => {
  here = await makeLab("lab-one");
  there = await makeLab("lab-two");
  outsider = await makeUser("outsider@example.org");
});

it("has a row for every method of every route, and no other", async () => {
  const found: string[] = [];
  for (const file of files)
    for (const method of Object.keys(await handlersOf(file))) found.push(`${method} ${file}`);
  expect(routeRows.map(({ file, method }) => `${method} ${file}`).sort()).toEqual(found.sort());
});

describe.each(routeRows)("$method $file", (row) => {
  const status = async (user: CurrentUser | null) => {
    const cookie = user && (await cookieOf(user));
    const response = await callRoute(row, await row.request(here), cookie, await row.params?.(here));
    await response.body?.cancel();
    return response.status;
  };

  if (row.access === "public") {
    it("answers anybody", async () => expect(await status(null)).toBeLessThan(400));
    return;
  }

  if (row.access === "link") {
    it("answers whoever opened its link", async () => expect(await status(null)).toBeLessThan(400));
    it("answers everybody else as if there were nothing, whoever they are", async () => {
      for (const cookie of ["", await cookieOf(here.members.owner), await cookieOf(outsider)]) {
        const request = await row.request(here);
        const { status, headers } = await callRoute(row, request, cookie, await row.params?.(here));
        expect([status, headers.get("set-cookie")]).toEqual([404, null]);
      }
    });
    return;
  }

  it("refuses whoever is signed out", async () => expect(await status(null)).toBe(401));

  if (row.access === "user") {
    it("answers whoever is signed in", async () => expect(await status(outsider)).toBeLessThan(400));
    return;
  }

  const permission = row.access as Permission;
  it.each(rolesThatMay(permission))("answers the %s", async (role) =>
    expect(await status(here.members[role])).toBeLessThan(400),
  );
  it.each(memberRoles.filter((role) => !may(role, permission)))("refuses the %s", async (role) =>
    expect(await status(here.members[role])).toBe(403),
  );
  it("answers members of other labs as if the lab had never been", async () => {
    expect(await status(outsider)).toBe(404);
    expect(await status(there.members.owner)).toBe(404);
  });
  it("answers another lab's ids in its path as if they had never been", async () => {
    const [own, foreign] = [(await row.params?.(here)) ?? {}, (await row.params?.(there)) ?? {}];
    const cookie = await cookieOf(here.members.owner);
    const answer = async (key: string, id: string) => {
      const response = await callRoute(row, await row.request(here), cookie, { ...own, [key]: id });
      return { status: response.status, text: (await response.text()).replaceAll(id, "never-was") };
    };
    for (const [key, id] of Object.entries(foreign)) {
      if (key === "lab" || typeof id !== "string" || id === own[key]) continue;
      const theirs = await answer(key, id);
      expect(theirs.status, key).toBe(404);
      expect(theirs, key).toEqual(await answer(key, "never-was"));
    }
  });
});
