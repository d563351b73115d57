"use client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";

export interface DraftAuthor {
  readonly key: number;
  readonly name: string;
  readonly orcid: string;
  readonly affiliation: string;
}

/** Authors in the order in which they are named. */
export function AuthorsField({
  authors,
  errorOf,
  onChange,
}: {
  authors: readonly DraftAuthor[];
  /** Of a field of an author: "authors.0.orcid". */
  errorOf: (path: string) => string | null;
  onChange: (authors: readonly DraftAuthor[]) => void;
}) {
  const change = (index: number, more: Partial<DraftAuthor>) =>
    onChange(authors.map((author, at) => (at === index ? { ...author, ...more } : author)));
  const move = (index: number, by: number) => {
    const next = [...authors];
    [next[index], next[index + by]] = [next[index + by], next[index]];
    onChange(next);
  };
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-2 font-semibold">Authors</legend>
      <ol className="flex flex-col gap-3">
        {authors.map(({ key, name, orcid, affiliation }, index) => {
          const who = name.trim() || `author ${index + 1}`;
          return (
            <li key={key} className="flex flex-wrap items-start gap-2">
              <Field label="Name" className="min-w-40 flex-1" error={errorOf(`authors.${index}.name`)}>
                {(control) => (
                  <Input
                    {...control}
                    value={name}
                    maxLength={120}
                    onChange={(event) => change(index, { name: event.target.value })}
                  />
                )}
              </Field>
              <Field label="ORCID" optional className="w-44" error={errorOf(`authors.${index}.orcid`)}>
                {(control) => (
                  <Input
                    {...control}
                    value={orcid}
                    placeholder="0000-0002-1825-0097"
                    onChange={(event) => change(index, { orcid: event.target.value })}
                  />
                )}
              </Field>
              <Field
                label="Affiliation"
                optional
                className="min-w-40 flex-1"
                error={errorOf(`authors.${index}.affiliation`)}
              >
                {(control) => (
                  <Input
                    {...control}
                    value={affiliation}
                    maxLength={200}
                    onChange={(event) => change(index, { affiliation: event.target.value })}
                  />
                )}
              </Field>
              <div className="flex sm:mt-7">
                <IconButton label={`Move ${who} up`} disabled={index === 0} onClick={() => move(index, -1)}>
                  <ArrowUp size={16} aria-hidden />
                </IconButton>
                <IconButton
                  label={`Move ${who} down`}
                  disabled={index === authors.length - 1}
                  onClick={() => move(index, 1)}
                >
                  <ArrowDown size={16} aria-hidden />
                </IconButton>
                <IconButton
                  label={`Leave out ${who}`}
                  disabled={authors.length === 1}
                  onClick={() => onChange(authors.filter((_, at) => at !== index))}
                >
                  <X size={16} aria-hidden />
                </IconButton>
              </div>
            </li>
          );
        })}
      </ol>
      <Button
        className="self-start"
        onClick={() =>
          onChange([
            ...authors,
            { key: 1 + Math.max(...authors.map(({ key }) => key)), name: "", orcid: "", affiliation: "" },
          ])
        }
      >
        <Plus size={16} aria-hidden /> Another author
      </Button>
    </fieldset>
  );
}
