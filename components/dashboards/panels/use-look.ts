"use client";
import { encodeGroups } from "@/components/charts/encoding";
import type { LookOptions } from "@/components/charts/lines/prepare-lines";
import type { BoundPanel } from "@/contracts/dashboard-variables";
import type { DataOf } from "@/contracts/dashboard-panel";
import { useMemo } from "react";

type Groups = Pick<DataOf<"table">, "groups" | "hidden">;

/** Groups that are not drawn: hidden by the source, or not among the chosen models and arms. Recordings are neither. */
export function hiddenOf({ groups, hidden }: Groups, { models, arms }: BoundPanel): ReadonlySet<string> {
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

/** Who is drawn and how; hidden groups count for colours, so that a choice recolours nothing. */
export function useGroupLook(
  data: Groups,
  bound: BoundPanel,
): Pick<LookOptions, "groups" | "encodings" | "hidden"> {
  const { groups } = data;
  const encodings = useMemo(() => encodeGroups(groups), [groups]);
  const hidden = useMemo(() => hiddenOf(data, bound), [data, bound]);
  return useMemo(() => ({ groups, encodings, hidden }), [groups, encodings, hidden]);
}
