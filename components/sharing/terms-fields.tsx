"use client";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { licenceRefusal, licences, type Use } from "@/contracts/licence";
import { type Consents, type ShareLevel, shareLevels, type ShareTerms } from "@/contracts/share";
import { useId } from "react";
import { levelWords } from "./terms-words";

export const usualTerms: ShareTerms = {
  ...{ level: "read", licence: "CC-BY-4.0", mayFork: false, mayExport: false, mayPublish: false },
};

const consents: readonly { key: keyof Consents; use: Use; label: string }[] = [
  { key: "mayFork", use: "fork", label: "Fork its models into their lab" },
  { key: "mayExport", use: "export", label: "Export figures, numbers and files" },
  { key: "mayPublish", use: "publish", label: "Publish what they make with it" },
];

/** A consent that the licence does not allow is none. */
export const kept = (terms: ShareTerms): ShareTerms => ({
  ...terms,
  ...Object.fromEntries(
    consents.map(({ key, use }) => [key, terms[key] && licenceRefusal(terms.licence, use) === null]),
  ),
});

/** What the other lab may do with the object. */
export function TermsFields({
  terms,
  onChange,
  licenceError,
}: {
  terms: ShareTerms;
  onChange: (terms: ShareTerms) => void;
  licenceError: string | null;
}) {
  const id = useId();
  const change = (some: Partial<ShareTerms>) => onChange(kept({ ...terms, ...some }));
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="They may">
          {(control) => (
            <Select
              {...control}
              value={terms.level}
              onChange={(event) => change({ level: event.target.value as ShareLevel })}
            >
              {shareLevels.map((level) => (
                <option key={level} value={level}>
                  {levelWords[level]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Licence" error={licenceError}>
          {(control) => (
            <Select
              {...control}
              value={terms.licence}
              onChange={(event) => change({ licence: event.target.value })}
            >
              {licences.map(({ id: licence, title }) => (
                <option key={licence} value={licence}>
                  {title}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-1 font-medium">You agree that they</legend>
        {consents.map(({ key, use, label }) => {
          const refusal = licenceRefusal(terms.licence, use);
          return (
            <div key={key} className="flex items-start gap-2">
              <input
                id={`${id}${key}`}
                type="checkbox"
                className="mt-1 accent-accent"
                checked={terms[key]}
                disabled={refusal !== null}
                aria-describedby={refusal ? `${id}${key}-why` : undefined}
                onChange={(event) => change({ [key]: event.target.checked })}
              />
              <span>
                <label htmlFor={`${id}${key}`}>{label}</label>
                {refusal && (
                  <span id={`${id}${key}-why`} className="block text-sm text-muted">
                    {refusal}
                  </span>
                )}
              </span>
            </div>
          );
        })}
      </fieldset>
    </>
  );
}
