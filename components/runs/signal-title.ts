import type { TheoryDeclaration } from "@/engine/declaration";

export const signalTitle = (theory: TheoryDeclaration | undefined, key: string): string =>
  theory?.signals.find((signal) => signal.key === key)?.title ?? key;
