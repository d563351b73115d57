"use client";
import { useTakeAway } from "@/components/charts/figure/take-away";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem, MenuLabel } from "@/components/ui/menu";
import type { DatasetDetail } from "@/contracts/dataset";
import { Download } from "lucide-react";
import { useState } from "react";
import { exportHref, offers } from "./export-offers";
import { ExportPart } from "./export-part";

/** A version, a subject or a part of it as files to keep, each with its dictionary; made while they are downloaded. */
export function ExportMenu({
  lab,
  version,
  subject,
  detail,
}: {
  lab: string;
  version: string;
  /** This one alone. */
  subject?: string;
  /** Of the newest version, to choose a part of it. */
  detail?: DatasetDetail;
}) {
  const { refusal } = useTakeAway();
  const [choosing, setChoosing] = useState(false);
  if (refusal !== null) return null;
  const of = subject === undefined ? {} : { subjects: [subject] };
  return (
    <>
      <Menu
        trigger={
          <Button>
            <Download size={16} aria-hidden /> Export
          </Button>
        }
      >
        <MenuLabel>
          {subject === undefined ? "Every subject" : "This subject"}, with units and dictionary
        </MenuLabel>
        {offers.map(({ label, selection }) => (
          <MenuItem key={label} asChild>
            <a href={exportHref(lab, version, { ...selection, ...of })} download>
              {label}
            </a>
          </MenuItem>
        ))}
        {detail && <MenuItem onSelect={() => setChoosing(true)}>A part of it…</MenuItem>}
      </Menu>
      {detail && (
        <ExportPart
          lab={lab}
          version={detail.latest}
          subjects={detail.subjects}
          open={choosing}
          onOpenChange={setChoosing}
        />
      )}
    </>
  );
}
