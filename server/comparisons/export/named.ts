import type { Group, SimulationGroup } from "../assemble/group";

/** Short names of groups in an export, control arms that only serve differences included. */
export interface Named {
  readonly name: string;
  readonly shown: boolean;
  readonly group: Group;
}

export function namesOf(groups: readonly Group[]): Named[] {
  const shown = new Set(groups.map(({ key }) => key));
  const controls = new Map<string, SimulationGroup>();
  for (const group of groups)
    if (group.kind === "simulation" && group.control && !shown.has(group.control.key))
      controls.set(group.control.key, group.control);
  return [...groups, ...controls.values()].map((group, i) => ({
    name: `g${i + 1}`,
    shown: shown.has(group.key),
    group,
  }));
}

/** What the tables call the panel of a learning curve and that of its difference from control: they rest on the same values. */
export const panelName = (key: string): string => key.slice(key.indexOf(":") + 1);
