import type { BoundPanel } from "@/contracts/dashboard-variables";
import type { DataOf } from "@/contracts/dashboard-panel";

export type GroupsOfPanel = Pick<DataOf<"table">, "groups" | "hidden">;

/** Groups that are not drawn: hidden by the source, or not among the chosen models and arms. Recordings are neither. */
export function hiddenOf(
  { groups, hidden }: GroupsOfPanel,
  { models, arms }: BoundPanel,
): ReadonlySet<string> {
  return new Set([
    ...hidden,
    ...groups.flatMap(({ key, ref }) =>
      ref.kind === "simulation" &&
      ((models && !models.includes(ref.model)) || (arms && !arms.includes(ref.arm)))
        ? [key]
        : [],
    ),
  ]);
}
