import type { GroupRef } from "@/contracts/comparison";

/** What is ticked, what stands in the comparison already, and whether there is room. */
export interface Choice {
  readonly there: ReadonlySet<string>;
  readonly chosen: ReadonlyMap<string, GroupRef>;
  readonly choose: (refs: readonly GroupRef[], on: boolean) => void;
  readonly full: boolean;
}
