"use client";
import { useTakeAway } from "@/components/charts/figure/take-away";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem, MenuLabel } from "@/components/ui/menu";
import { type DatasetSelection, datasetSelection, datasetSelectionQuery } from "@/contracts/export";
import { Download } from "lucide-react";

const offers: readonly {
  readonly label: string;
  readonly selection: Pick<DatasetSelection, "format" | "samples">;
}[] = [
  { label: "CSV tables", selection: { format: "csv", samples: true } },
  { label: "CSV tables, without samples", selection: { format: "csv", samples: false } },
  { label: "Parquet tables", selection: { format: "parquet", samples: true } },
  { label: "NWB files, one per session", selection: { format: "nwb", samples: true } },
];

/** A version as files to keep, each with its data dictionary; the server makes them while they are downloaded. */
export function ExportMenu({ lab, version }: { lab: string; version: string }) {
  const { refusal } = useTakeAway();
  if (refusal !== null) return null;
  const href = (selection: (typeof offers)[number]["selection"]) =>
    `/api/lab/${lab}/datasets/${version}/export?${datasetSelectionQuery(datasetSelection.parse(selection))}`;
  return (
    <Menu
      trigger={
        <Button>
          <Download size={16} aria-hidden /> Export
        </Button>
      }
    >
      <MenuLabel>Every subject, with units and dictionary</MenuLabel>
      {offers.map(({ label, selection }) => (
        <MenuItem key={label} asChild>
          <a href={href(selection)} download>
            {label}
          </a>
        </MenuItem>
      ))}
    </Menu>
  );
}
