import { type Difference, valueDifferences, wordDifference } from "@/components/parameters/shown-value";
import type { ModelVersion } from "@/contracts/model";
import type { TheoryDeclaration } from "@/engine/declaration";

/** What changed from one version to another, in the order of the declaration. */
export const differences = (
  theory: TheoryDeclaration | undefined,
  before: ModelVersion,
  after: ModelVersion,
): Difference[] => [
  ...wordDifference("theory", "Theory", before.theory, after.theory),
  ...wordDifference("role", "Role", before.role, after.role),
  ...wordDifference("preset", "Preset", before.preset, after.preset),
  ...valueDifferences(theory?.parameters ?? [], before.parameters, after.parameters),
];
