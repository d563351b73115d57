import type { TheoryDeclaration } from "@/engine/declaration";
import { theories } from "@/engine/theories/registry";

/** For server components only: the browser gets the declarations as data, never the code that simulates. */
export const declarations: readonly TheoryDeclaration[] = theories.map(({ declaration }) => declaration);
