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
];
