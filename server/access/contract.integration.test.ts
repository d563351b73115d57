import { TRPCError } from "@trpc/server";
import { beforeAll, describe, expect, it } from "vitest";
import { memberRoles } from "../../contracts/lab";
import { type Code, Problem } from "../errors";
import { appRouter } from "../root";
import { createCallerFactory, type Meta } from "../trpc";
import { may, type Permission, rolesThatMay } from "./permissions";
import { procedureRows } from "./rows/registry";
import type { CurrentUser } from "./session";
import { differingTexts, textAt, withText } from "./testing/differing-texts";
import { inputOf } from "./testing/input-of";
import { type LabFixture, makeLab, makeUser } from "./testing/lab-fixture";
import { oncePerLab } from "./testing/once-per-lab";

/** Every procedure, called as everybody. */
const createCaller = createCallerFactory(appRouter);
const procedures = appRouter._def.procedures as unknown as Record<
  string,
  { _def: { type: string; meta?: Meta } }
>;
const rowOf = new Map(procedureRows.map((row) => [row.name, row]));

let here: LabFixture;
let there: LabFixture;
let outsider: CurrentUser;
beforeAll(async () => {
  here = await makeLab("lab-one");
  there = await makeLab("lab-two");
  outsider = await makeUser("outsider@example.org");
});

type Procedure = (input: unknown) => Promise<unknown>;
const call = async (name: string, user: CurrentUser | null, input: unknown): Promise<unknown> => {
  const caller: unknown = createCaller({ user, address: null });
  const procedure = name.split(".").reduce((at, key) => (at as Record<string, unknown>)[key], caller);
  try {
    return await (procedure as Procedure)(input);
  } finally {
    await rowOf.get(name)?.after?.(here);
  }
};

async function refusal(attempt: Promise<unknown>) {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof Problem) return error.details;
    throw error instanceof TRPCError ? (error.cause ?? error) : error;
  }
  return null;
}
const expectRefusal = async (code: Code, attempt: Promise<unknown>) =>
  expect((await refusal(attempt))?.code).toBe(code);

describe("the access contract", () => {
  it("has a row for every procedure, and no other", () => {
    expect([...rowOf.keys()].sort()).toEqual(Object.keys(procedures).sort());
    expect(rowOf.size).toBe(procedureRows.length);
  });
});

describe.each(procedureRows)("$name", (row) => {
  const { name } = row;
  const { type, meta: { access } = {} } = procedures[name]?._def ?? {};
  /** For calls that only read or are refused. */
  const lasting = oncePerLab((lab) => inputOf(row, lab));

  it("declares the access that its row expects", () => expect(row.access).toBe(access));

  if (access === "public") {
    it("answers anybody", async () => {
      await call(name, null, await inputOf(row, here));
    });
    return;
  }

  it("refuses whoever is signed out", async () => {
    await expectRefusal("signed-out", call(name, null, await lasting(here)));
  });

  if (access === "user") {
    it("answers whoever is signed in", async () => {
      await call(name, (await row.caller?.(here)) ?? outsider, await inputOf(row, here));
    });
    return;
  }

  const permission = access as Permission;
  const allowed = rolesThatMay(permission);
  it.each(allowed)("answers the %s", async (role) => {
    await call(name, here.members[role], await (type === "query" ? lasting(here) : inputOf(row, here, role)));
  });

  it.each(memberRoles.filter((role) => !may(role, permission)))("refuses the %s", async (role) => {
    await expectRefusal("forbidden", call(name, here.members[role], await lasting(here)));
  });

  it("answers members of other labs as if the lab had never been", async () => {
    for (const stranger of [outsider, there.members.owner]) {
      const input = await lasting(here);
      const theirs = await refusal(call(name, stranger, input));
      const nowhere = await refusal(call(name, stranger, withText(input, "lab", "nowhere")));
      expect(theirs?.code).toBe("not-found");
      expect(JSON.parse(JSON.stringify(theirs).replaceAll(here.slug, "nowhere"))).toEqual(nowhere);
    }
  });

  it("answers another lab's ids as if they had never been", async () => {
    const [input, foreign] = [await lasting(here), await lasting(there)];
    const ids = differingTexts(input, foreign).filter((path) => path !== "lab" && !row.free?.includes(path));
    for (const path of ids) {
      const id = textAt(foreign, path);
      const theirs = await refusal(call(name, here.members.owner, withText(input, path, id)));
      const nowhere = await refusal(call(name, here.members.owner, withText(input, path, "never-was")));
      expect(theirs?.code, path).toBe("not-found");
      expect(JSON.parse(JSON.stringify(theirs).replaceAll(id, "never-was")), path).toEqual(nowhere);
    }
  });
});
