import type { ProcedureRow } from "./row";

export const inbox: readonly ProcedureRow[] = [
  { name: "inbox.list", access: "user", input: () => ({}) },
  { name: "inbox.count", access: "user" },
  { name: "inbox.mark", access: "user", input: () => ({ items: ["never-was"], read: true }) },
  { name: "inbox.met", access: "user", input: () => ({ comment: "never-was" }) },
  { name: "inbox.readAll", access: "user", input: () => ({}) },
  { name: "inbox.unreadAll", access: "user", input: () => ({ at: new Date() }) },
];
