"use client";
import { encodeGroups } from "@/components/charts/encoding";
import type { LookOptions } from "@/components/charts/lines/prepare-lines";
import type { BoundPanel } from "@/contracts/dashboard-variables";
import { useMemo } from "react";
import { type GroupsOfPanel, hiddenOf } from "./hidden";

/** Who is drawn and how; hidden groups count for colours, so that a choice recolours nothing. */
export function useGroupLook(
  data: GroupsOfPanel,
  bound: BoundPanel,
): Pick<LookOptions, "groups" | "encodings" | "hidden"> {
  const { groups } = data;
  const encodings = useMemo(() => encodeGroups(groups), [groups]);
  const hidden = useMemo(() => hiddenOf(data, bound), [data, bound]);
  return useMemo(() => ({ groups, encodings, hidden }), [groups, encodings, hidden]);
}
