import { type MemberRole, memberRoles } from "../../../contracts/lab";
import { ensureUser, signIn } from "../../accounts/service";
import { ensureLab, setRole } from "../../labs/service";
import { publicGrant, systemGrant, systemGrantIn, type SystemLabGrant } from "../grant";
import { cookies, type CurrentUser, sessionToken, userOfSession } from "../session";

/** A lab with one signed-in member of each role. */
export interface LabFixture {
  readonly id: string;
  readonly slug: string;
  readonly grant: SystemLabGrant;
  readonly members: Readonly<Record<MemberRole, CurrentUser>>;
  /** Text that no earlier call gave: for names. */
  unique(text: string): string;
}

let count = 0;
const unique = (text: string) => `${text} ${(count += 1)}`;

export async function makeLab(slug: string): Promise<LabFixture> {
  const lab = await ensureLab(systemGrant("test"), { slug, name: slug });
  const grant = systemGrantIn(lab, "test");
  const members = {} as Record<MemberRole, CurrentUser>;
  for (const role of memberRoles) {
    members[role] = await makeUser(`${role}@${slug}.example`);
    await setRole(grant, members[role].id, role);
  }
  return { ...lab, grant, members, unique };
}

/** Somebody with an account, signed in, in no lab. */
export async function makeUser(email: string): Promise<CurrentUser> {
  const password = "a password for tests";
  await ensureUser(systemGrant("test"), { email, name: email.split("@")[0], password });
  const session = await signIn(publicGrant(), { email, password }, { address: null, userAgent: "test" });
  return (await userOfSession(session!.sessionId))!;
}

/** The Cookie header of a browser in which this person is signed in. */
export async function cookieOf(user: CurrentUser): Promise<string> {
  return `${cookies().sessionToken.name}=${await sessionToken(user.sessionId)}`;
}
