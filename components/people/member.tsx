"use client";
import type { MemberRole } from "@/contracts/lab";
import { createContext, use, type ReactNode } from "react";

/** Whoever reads the page, as a member of its lab. */
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly role: MemberRole;
}
const Context = createContext<Member>({ id: "", name: "", role: "viewer" });

/** What a role shows or hides here is a courtesy: the server decides again with every call. */
export const useMember = () => use(Context);

export function MemberProvider({ member, children }: { member: Member; children: ReactNode }) {
  return <Context value={member}>{children}</Context>;
}
