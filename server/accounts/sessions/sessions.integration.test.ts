import { beforeAll, describe, expect, it } from "vitest";
import { demonstrationAccount } from "../../access/demonstration-account";
import { publicGrant, systemGrant, userGrant } from "../../access/grant";
import { type CurrentUser, userOfSession } from "../../access/session";
import { type LabFixture, makeLab, makeUser } from "../../access/testing/lab-fixture";
import { openStream } from "../../live/service";
import { db } from "../../db";
import { ensureUser, signIn } from "../service";
import { changePassword } from "../profile/service";
import * as sessions from "./service";

const password = "a password for tests";
let here: LabFixture;
beforeAll(async () => {
  here = await makeLab("lab-one");
});

const grantOf = ({ id, sessionId }: CurrentUser) => userGrant(id, sessionId);
/** The same person in one more browser. */
async function again({ email }: CurrentUser, userAgent = "another"): Promise<CurrentUser> {
  const session = await signIn(publicGrant(), { email, password }, { address: null, userAgent });
  return (await userOfSession(session!.sessionId))!;
}
const isIn = async ({ sessionId }: CurrentUser) => (await userOfSession(sessionId)) !== null;
/** A stream that beats once an hour, so that only being told can end it. Resolves when it has ended. */
async function streamOf(user: CurrentUser) {
  const reader = (await openStream(user, here.slug, new AbortController().signal, 3_600_000)).getReader();
  await reader.read();
  const ended = (async () => {
    while (!(await reader.read()).done);
  })();
  return { ended, cancel: () => reader.cancel() };
}

describe("one's own sessions", () => {
  it("are listed with what they are, and nobody else's", async () => {
    const person = await makeUser("lists@example.org");
    const other = await again(person, "Mozilla/5.0 (X11; Linux x86_64)");
    const { rows: list } = await sessions.listSessions(grantOf(person), { limit: 50 });
    expect(list.map(({ id, current }) => [id, current]).sort()).toEqual(
      [
        [person.sessionId, true],
        [other.sessionId, false],
      ].sort(),
    );
    expect(list.find(({ current }) => !current)).toMatchObject({
      userAgent: "Mozilla/5.0 (X11; Linux x86_64)",
      createdAt: expect.any(Date),
      seenAt: expect.any(Date),
    });
  });

  it("end one at a time: at the next request, and its stream at once", async () => {
    const { editor } = here.members;
    const [kept, ended] = [await again(editor), await again(editor)];
    const [keptStream, endedStream] = [await streamOf(kept), await streamOf(ended)];
    await sessions.endSession(grantOf(kept), ended.sessionId);
    await endedStream.ended;
    expect(await isIn(ended)).toBe(false);
    expect(await isIn(kept)).toBe(true);
    await keptStream.cancel();
  });

  it("end all at once but for the one that asks", async () => {
    const person = await makeUser("ends-others@example.org");
    const others = [await again(person), await again(person)];
    await sessions.endOtherSessions(grantOf(person));
    expect(await Promise.all(others.map(isIn))).toEqual([false, false]);
    expect(await isIn(person)).toBe(true);
  });

  it("of the demonstration's account are nobody's to see or to end but one's own", async () => {
    await ensureUser(systemGrant("test"), { ...demonstrationAccount, password });
    const { id } = await db().user.findUniqueOrThrow({ where: { email: demonstrationAccount.email } });
    const expiresAt = new Date(Date.now() + 60_000);
    const [one, other] = await db().session.createManyAndReturn({
      data: [
        { userId: id, expiresAt },
        { userId: id, expiresAt },
      ],
    });
    const grant = userGrant(id, one.id);
    expect((await sessions.listSessions(grant, { limit: 50 })).rows.map((session) => session.id)).toEqual([
      one.id,
    ]);
    await sessions.endOtherSessions(grant);
    await sessions.endSession(grant, other.id);
    expect(await db().session.count({ where: { userId: id } })).toBe(2);
  });

  it("are not ended by anybody else", async () => {
    const { owner, viewer } = here.members;
    await sessions.endSession(grantOf(owner), viewer.sessionId);
    expect(await isIn(viewer)).toBe(true);
  });

  it("end with a changed password, streams included, but for the one that changed it", async () => {
    const { commenter } = here.members;
    const other = await again(commenter);
    const stream = await streamOf(other);
    await changePassword(grantOf(commenter), { password, newPassword: "another password for tests" });
    await stream.ended;
    expect(await isIn(other)).toBe(false);
    expect(await isIn(commenter)).toBe(true);
  });
});
