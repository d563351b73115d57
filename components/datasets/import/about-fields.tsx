"use client";
import { fieldSaid } from "@/components/list/said";
import { Field } from "@/components/ui/field";
import { Input, TextArea } from "@/components/ui/input";
import { IntoChoice } from "./into-choice";

export const emptyAbout = { name: "", licence: "", citation: "", doi: "", source: "" };
export type About = typeof emptyAbout;

/** What is still missing, by field, in words. */
export const missingIn = (about: About): Partial<Record<keyof About, string>> => ({
  ...(about.name.trim() ? {} : { name: "Give it a name." }),
  ...(about.licence.trim() ? {} : { licence: "Name the licence, for instance CC0-1.0 or CC-BY-4.0." }),
  ...(about.citation.trim() ? {} : { citation: "Say whom to cite." }),
});

/** Where a recording comes from and where it goes. */
export function AboutFields({
  lab,
  about,
  into,
  error,
  asked,
  onChange,
  onInto,
}: {
  lab: string;
  about: About;
  /** The dataset that gets a new version; empty makes a new one. */
  into: string;
  error: Parameters<typeof fieldSaid>[0];
  asked: boolean;
  onChange: (about: About) => void;
  onInto: (dataset: string) => void;
}) {
  const missing = asked ? missingIn(about) : {};
  const field = (key: keyof About, label: string, hint: string, optional = false) => (
    <Field label={label} hint={hint} optional={optional} error={missing[key] ?? fieldSaid(error, key)}>
      {(control) => {
        const props = {
          ...control,
          value: about[key],
          onChange: (event: { target: { value: string } }) =>
            onChange({ ...about, [key]: event.target.value }),
        };
        return key === "citation" ? (
          <TextArea {...props} rows={2} />
        ) : (
          <Input {...props} autoComplete="off" list={key === "licence" ? "licences" : undefined} />
        );
      }}
    </Field>
  );
  return (
    <fieldset className="border-t border-line pt-2">
      <legend className="pr-2 font-medium text-muted">Where it comes from</legend>
      <div className="grid gap-4 sm:grid-cols-2">
        <IntoChoice lab={lab} into={into} onInto={onInto} />
        {field("name", "Name", "What you will look for in lists.")}
        {field("licence", "Licence", "SPDX identifier, for instance CC0-1.0 or CC-BY-4.0.")}
        <datalist id="licences">
          {["CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "ODbL-1.0", "MIT"].map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
        {field("doi", "DOI", "For instance 10.25378/janelia.21816054.", true)}
        {field("source", "Source", "Where the file was found: an address or an archive.", true)}
        <div className="sm:col-span-2">
          {field("citation", "Citation", "Whom to cite when these numbers are used.")}
        </div>
      </div>
    </fieldset>
  );
}
