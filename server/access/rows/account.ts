import { makeUser } from "../testing/lab-fixture";
import type { ProcedureRow } from "./row";

export const account: readonly ProcedureRow[] = [
  { name: "account.me", access: "user" },
  {
    name: "account.signUp",
    access: "public",
    input: (lab) => ({
      email: `${lab.unique("new").replace(" ", "-")}@example.org`,
      password: "a password for tests",
      name: "New",
      labName: "New lab",
    }),
    free: ["email"],
  },
  { name: "account.profile", access: "user" },
  {
    name: "account.updateProfile",
    access: "user",
    input: () => ({ name: "Outsider", timeZone: "Asia/Kathmandu", orcid: "0000-0002-1825-0097" }),
  },
  {
    name: "account.changePassword",
    access: "user",
    input: () => ({ password: "a password for tests", newPassword: "a password for tests" }),
  },
  {
    name: "account.changeEmail",
    access: "user",
    input: (lab) => ({
      password: "a password for tests",
      email: `${lab.unique("moved").replace(" ", "-")}@example.org`,
    }),
  },
  { name: "account.verifyEmail", access: "user" },
  { name: "account.pendingEmail", access: "public" },
  { name: "account.confirmEmail", access: "public" },
  { name: "account.newcomer", access: "public" },
  { name: "account.signInWays", access: "user" },
  {
    name: "account.startLink",
    access: "user",
    input: () => ({ provider: "github", password: "a password for tests" }),
  },
  {
    name: "account.unlink",
    access: "user",
    input: () => ({ id: "never-was", password: "a password for tests" }),
  },
  { name: "account.sessions", access: "user", input: () => ({}) },
  { name: "account.endSession", access: "user", input: () => ({ id: "never-was" }) },
  { name: "account.endOtherSessions", access: "user" },
  {
    name: "account.remove",
    access: "user",
    caller: (lab) => makeUser(`${lab.unique("leaver").replace(" ", "-")}@example.org`),
    input: () => ({ password: "a password for tests" }),
  },
  { name: "account.askReset", access: "public", input: () => ({ email: "nobody@example.org" }) },
  { name: "account.pendingReset", access: "public" },
  { name: "account.reset", access: "public", input: () => ({ password: "a password for tests" }) },
  {
    name: "account.makeResetLink",
    access: "member:manage",
    input: (lab) => ({ userId: lab.members.viewer.id }),
  },
];
