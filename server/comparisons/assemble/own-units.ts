import type { SimulationGroup } from "./group";

/** What must be said where several theories share an axis in units that each defines for itself; else nothing. */
export const ownUnits = (unit: string, groups: readonly SimulationGroup[]): string =>
  unit.startsWith("model units") && new Set(groups.map(({ theory }) => theory.key)).size > 1
    ? "; model units are each theory's own: compare shapes and signs, not sizes"
    : "";
