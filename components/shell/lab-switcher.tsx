"use client";
import type { LabSummary } from "@/contracts/lab";
import { Check, ChevronsUpDown } from "lucide-react";
import { useRouter } from "next/navigation";
import { Menu, MenuItem, MenuLabel } from "../ui/menu";

export function LabSwitcher({ lab, labs }: { lab: LabSummary; labs: readonly LabSummary[] }) {
  const router = useRouter();
  return (
    <Menu
      align="start"
      trigger={
        <button
          type="button"
          aria-label={`Lab: ${lab.name}. Change lab`}
          className="flex min-h-10 items-center gap-2 rounded px-2 py-1 text-left hover:bg-sunken"
        >
          <span className="min-w-0 flex-1">
            <span className="block text-sm text-muted">Phasic</span>
            <bdi className="block truncate font-medium">{lab.name}</bdi>
          </span>
          <ChevronsUpDown size={16} aria-hidden className="shrink-0 text-muted" />
        </button>
      }
    >
      <MenuLabel>Your labs</MenuLabel>
      {labs.map((one) => (
        <MenuItem key={one.slug} onSelect={() => router.push(`/lab/${one.slug}`)}>
          <Check size={16} aria-hidden className={one.slug === lab.slug ? "" : "invisible"} />
          <span>
            <bdi>{one.name}</bdi> <span className="text-sm text-muted">{one.role}</span>
          </span>
        </MenuItem>
      ))}
      <MenuItem onSelect={() => router.push("/labs/new")}>
        <span className="pl-6">New lab</span>
      </MenuItem>
    </Menu>
  );
}
