"use client";
import { buttonClass } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { DatasetVersion } from "@/contracts/dataset";
import type { DatasetSelection } from "@/contracts/export";
import { Download } from "lucide-react";
import { useState } from "react";
import { exportHref, offers } from "./export-offers";

type Part = Pick<DatasetSelection, "groups" | "subjects" | "signals">;
type Kind = keyof Part;
const everything: Part = { groups: [], subjects: [], signals: [] };

/** Some groups, subjects or signals of a version; where none of a kind is ticked, all of them. */
export function ExportPart({
  lab,
  version,
  subjects,
  open,
  onOpenChange,
}: {
  lab: string;
  version: DatasetVersion;
  subjects: readonly { readonly name: string; readonly group: string }[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const [part, setPart] = useState(everything);
  const [offer, setOffer] = useState(0);
  const toggle = (kind: Kind, name: string) =>
    setPart(({ [kind]: own, ...rest }) => ({
      ...everything,
      ...rest,
      [kind]: own.includes(name) ? own.filter((one) => one !== name) : [...own, name],
    }));
  const inGroups = subjects.filter(({ group }) => part.groups.length === 0 || part.groups.includes(group));
  const animals = inGroups.filter(({ name }) => part.subjects.length === 0 || part.subjects.includes(name));
  const ticks = (legend: string, kind: Kind, names: readonly string[]) =>
    names.length > 1 && (
      <Ticks legend={legend} names={names} ticked={part[kind]} onToggle={(name) => toggle(kind, name)} />
    );
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Export a part"
      description="Where nothing is ticked, all of it is taken."
    >
      {ticks(
        "Groups",
        "groups",
        version.groups.map(({ group }) => group),
      )}
      {ticks(
        "Subjects",
        "subjects",
        inGroups.map(({ name }) => name),
      )}
      {ticks(
        "Signals",
        "signals",
        version.signals.map(({ name }) => name),
      )}
      <Field label="As">
        {(control) => (
          <Select {...control} value={offer} onChange={(event) => setOffer(Number(event.target.value))}>
            {offers.map(({ label }, at) => (
              <option key={label} value={at}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="flex flex-wrap items-center gap-4">
        {animals.length > 0 && (
          <a
            className={buttonClass("primary")}
            href={exportHref(lab, version.id, {
              ...offers[offer].selection,
              ...part,
              subjects: part.subjects.filter((name) => animals.some((one) => one.name === name)),
            })}
            download
            onClick={() => onOpenChange(false)}
          >
            <Download size={16} aria-hidden /> Export
          </a>
        )}
        <p role="status" className="text-muted">
          {animals.length} of {subjects.length} {version.replicate}
        </p>
      </div>
    </Dialog>
  );
}

function Ticks({
  legend,
  names,
  ticked,
  onToggle,
}: {
  legend: string;
  names: readonly string[];
  ticked: readonly string[];
  onToggle: (name: string) => void;
}) {
  return (
    <fieldset>
      <legend className="font-medium">{legend}</legend>
      <div className="flex max-h-40 flex-wrap gap-x-4 gap-y-1 overflow-y-auto py-1">
        {names.map((name) => (
          <label key={name} className="flex min-h-6 min-w-0 items-center gap-2">
            <input
              type="checkbox"
              className="size-4 shrink-0 accent-accent"
              checked={ticked.includes(name)}
              onChange={() => onToggle(name)}
            />
            <span className="min-w-0 break-words">{name || "no group"}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
