import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { makeUser } from "../server/access/testing/lab-fixture";
import { hashOfToken } from "../server/access/links";
import { db } from "../server/db";

const run = promisify(execFile);
const phasic = (args: string[], env: NodeJS.ProcessEnv = process.env) =>
  run(process.execPath, ["--import", "tsx", "cli/main.ts", ...args], { env });

it("makes a link for whoever has the address, whatever its case, and keeps only its hash", async () => {
  const { id } = await makeUser("first@example.org");
  const { stdout } = await phasic(["account", "reset", "First@Example.org"]);
  const token = /\/link\/reset\/([\w-]+)$/m.exec(stdout)![1];
  expect(await db().accountLink.findMany({ where: { userId: id } })).toMatchObject([
    { kind: "reset", tokenHash: hashOfToken(token), email: null },
  ]);
});

it("says that nobody has the address", async () => {
  await expect(phasic(["account", "reset", "nobody@example.org"])).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('There is no account "nobody@example.org" here.'),
  });
});

it("explains itself without settings", async () => {
  const { stdout } = await phasic(["account", "--help"], { PATH: process.env.PATH, NODE_ENV: "test" });
  expect(stdout).toContain("phasic account reset <e-mail>");
  await expect(
    phasic(["account", "reset"], { PATH: process.env.PATH, NODE_ENV: "test" }),
  ).rejects.toMatchObject({ code: 2 });
});
