"use client";
import { Button } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input, TextArea } from "@/components/ui/input";
import {
  type DashboardDocument,
  reference as referenceContract,
  type Reference,
} from "@/contracts/dashboard";
import { Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { readBibtex } from "../references/bibtex";
import { ReferenceWords } from "../references/reference-list";
import { setReferences } from "./edits";

const blank: Reference = { key: "", authors: "", year: "", title: "", container: "", doi: "", url: "" };
const fields: readonly (readonly [keyof Reference, string, string?])[] = [
  ["key", "Key", "How texts cite it, for instance coddington2023 in [@coddington2023]."],
  ["authors", "Authors"],
  ["year", "Year"],
  ["title", "Title"],
  ["container", "Journal or book, volume, pages"],
  ["doi", "DOI", "For instance 10.1038/s41586-022-05614-z. It is shown as given; nothing is looked up."],
  ["url", "Address"],
];

/** The bibliography that texts cite: entry by entry, or pasted as BibTeX. */
export function ReferencesDialog({
  document,
  open,
  onOpenChange,
  change,
}: {
  document: DashboardDocument;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  change: (edit: (document: DashboardDocument) => DashboardDocument) => void;
}) {
  const { references } = document;
  const [editing, setEditing] = useState<{ old: string | null; draft: Reference } | null>(null);
  const [bibtex, setBibtex] = useState("");
  const found = readBibtex(bibtex);
  const put = (list: Reference[]) => change((now) => setReferences(now, list));
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="References"
      description="Texts cite an entry by its key: [@key], or [@one; @another]. Numbers follow the order in which they are cited."
    >
      {editing ? (
        <ReferenceForm
          first={editing.draft}
          taken={references.map(({ key }) => key).filter((key) => key !== editing.old)}
          onCancel={() => setEditing(null)}
          onDone={(done) => {
            put(
              editing.old === null
                ? [...references, done]
                : references.map((one) => (one.key === editing.old ? done : one)),
            );
            setEditing(null);
          }}
        />
      ) : (
        <>
          {references.length > 0 && (
            <ul className="flex flex-col">
              {references.map((one) => (
                <li key={one.key} className="flex items-start gap-2 border-t border-line py-1">
                  <div className="min-w-0 flex-1">
                    <code className="font-mono text-sm">{one.key}</code>{" "}
                    <span className="break-words">
                      <ReferenceWords reference={one} />
                    </span>
                  </div>
                  <IconButton
                    label={`Change ${one.key}`}
                    onClick={() => setEditing({ old: one.key, draft: one })}
                  >
                    <Pencil size={16} aria-hidden />
                  </IconButton>
                  <IconButton
                    label={`Remove ${one.key}`}
                    onClick={() => put(references.filter(({ key }) => key !== one.key))}
                  >
                    <Trash2 size={16} aria-hidden />
                  </IconButton>
                </li>
              ))}
            </ul>
          )}
          <Button className="self-start" onClick={() => setEditing({ old: null, draft: blank })}>
            Add an entry
          </Button>
          <Field label="Or paste BibTeX" optional>
            {(control) => (
              <TextArea
                {...control}
                rows={4}
                className="font-mono"
                value={bibtex}
                onChange={(event) => setBibtex(event.target.value)}
              />
            )}
          </Field>
          {bibtex.trim() !== "" && (
            <Button
              className="self-start"
              disabled={found.length === 0}
              onClick={() => {
                const keys = new Set(found.map(({ key }) => key));
                put([...references.filter(({ key }) => !keys.has(key)), ...found].slice(0, 200));
                setBibtex("");
              }}
            >
              {found.length === 0
                ? "No entry with key and title yet"
                : `Take ${found.length} ${found.length === 1 ? "entry" : "entries"}`}
            </Button>
          )}
        </>
      )}
    </Dialog>
  );
}

function ReferenceForm({
  first,
  taken,
  onCancel,
  onDone,
}: {
  first: Reference;
  taken: readonly string[];
  onCancel: () => void;
  onDone: (reference: Reference) => void;
}) {
  const [draft, setDraft] = useState(first);
  const [tried, setTried] = useState(false);
  const parsed = referenceContract.safeParse(draft);
  const problems = new Map<string, string>();
  for (const issue of parsed.error?.issues ?? []) problems.set(String(issue.path[0]), issue.message);
  if (taken.includes(draft.key)) problems.set("key", "Another entry has this key.");
  return (
    <form
      noValidate
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (parsed.success && problems.size === 0) onDone(parsed.data);
      }}
    >
      {fields.map(([key, label, hint]) => (
        <Field key={key} label={label} hint={hint} error={tried ? (problems.get(key) ?? null) : null}>
          {(control) => (
            <Input
              {...control}
              value={draft[key]}
              onChange={(event) => setDraft({ ...draft, [key]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <div className="flex gap-2">
        <SubmitButton>Keep</SubmitButton>
        <Button onClick={onCancel}>Back</Button>
      </div>
    </form>
  );
}
