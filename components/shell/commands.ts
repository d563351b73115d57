import type { LabSummary } from "@/contracts/lab";
import { ArrowLeftRight, Compass, Keyboard, type LucideIcon, User } from "lucide-react";
import { deeds, places } from "./places";

/** What the palette offers besides what the lab holds: an address to go to, or something to do here. */
export interface PaletteCommand {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly path?: string;
  readonly does?: "shortcuts" | "tour";
  readonly keys?: string;
}

const mayMake = ({ role }: LabSummary) => role === "owner" || role === "editor";

export function commandsOf(lab: LabSummary, labs: readonly LabSummary[]): PaletteCommand[] {
  const base = `/lab/${lab.slug}`;
  return [
    ...(mayMake(lab) ? deeds.map(({ path, ...deed }) => ({ ...deed, path: base + path })) : []),
    ...places.map(({ path, label, icon, key }) => ({ label, icon, path: base + path, keys: `g ${key}` })),
    ...labs
      .filter(({ slug }) => slug !== lab.slug)
      .map(({ slug, name }) => ({ label: `Switch to ${name}`, icon: ArrowLeftRight, path: `/lab/${slug}` })),
    { label: "Account", icon: User, path: "/account" },
    { label: "Keyboard shortcuts", icon: Keyboard, does: "shortcuts", keys: "?" },
    { label: "Tour of the demonstration", icon: Compass, does: "tour" },
  ];
}

/** Before the results what begins as typed, after them what holds every typed word; all of them while nothing is typed. */
export function matching<T extends { readonly label: string }>(
  commands: readonly T[],
  typed: string,
): { first: readonly T[]; later: readonly T[] } {
  if (typed === "") return { first: commands, later: [] };
  const text = typed.toLowerCase();
  const begins = ({ label }: T) => label.toLowerCase().startsWith(text);
  const holds = ({ label }: T) => text.split(/\s+/).every((word) => label.toLowerCase().includes(word));
  return {
    first: commands.filter(begins),
    later: commands.filter((command) => !begins(command) && holds(command)),
  };
}
