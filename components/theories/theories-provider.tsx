"use client";
import type { RoleDeclaration, TheoryDeclaration } from "@/engine/declaration";
import { createContext, use, type ReactNode } from "react";

const Context = createContext<readonly TheoryDeclaration[]>([]);

export function TheoriesProvider({
  declarations,
  children,
}: {
  declarations: readonly TheoryDeclaration[];
  children: ReactNode;
}) {
  return <Context value={declarations}>{children}</Context>;
}

export const useTheories = () => use(Context);

/** A version may outlive the theory's declaration of its day, so both can be missing. */
export function useTheory(key: string): TheoryDeclaration | undefined {
  return use(Context).find((theory) => theory.key === key);
}

export function useRole(theory: string, role: string): RoleDeclaration | undefined {
  return useTheory(theory)?.roles.find(({ key }) => key === role);
}
