"use client";
import { Button } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type DashboardDocument, type Panel, type VariableKind, variableKinds } from "@/contracts/dashboard";
import { type PanelContent, type PanelKind, panelKinds } from "@/contracts/dashboard-panel";
import { useState } from "react";
import { definitionOf } from "../panels/registry";
import { mayFollow } from "./edits";

export const variableTitles: Readonly<Record<VariableKind, string>> = {
  model: "Models",
  arm: "Arms",
  measure: "Measure",
  window: "Trials",
  block: "Points of",
  band: "Band",
};
type Draft = Pick<Panel, "title" | "bind" | "content">;

/** Chooses what a new panel is, or changes what a panel shows. Nothing is changed before it is whole and confirmed. */
export function PanelDialog({
  lab,
  document,
  panel,
  open,
  onOpenChange,
  onDone,
}: {
  lab: string;
  document: DashboardDocument;
  /** Null adds one. */
  panel: Panel | null;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onDone: (draft: Draft) => void;
}) {
  const [chosen, setChosen] = useState<PanelKind | null>(null);
  const kind = panel?.content.kind ?? chosen;
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (!next) setChosen(null);
        onOpenChange(next);
      }}
      title={
        kind ? (panel ? `Change: ${definitionOf(kind).title}` : definitionOf(kind).title) : "Add a panel"
      }
      description={kind ? definitionOf(kind).meaning : "What shall it show?"}
    >
      {kind ? (
        <PanelForm
          key={panel?.id ?? kind}
          lab={lab}
          kind={kind}
          document={document}
          panel={panel}
          onBack={panel ? null : () => setChosen(null)}
          onDone={(draft) => {
            onDone(draft);
            setChosen(null);
            onOpenChange(false);
          }}
        />
      ) : (
        <ul className="grid gap-2 sm:grid-cols-2">
          {panelKinds.map((one) => {
            const { title, meaning, icon: Icon } = definitionOf(one);
            return (
              <li key={one}>
                <button
                  type="button"
                  onClick={() => setChosen(one)}
                  className="flex h-full w-full flex-col items-start gap-1 rounded border border-line p-3 text-left hover:border-accent hover:bg-wash"
                >
                  <span className="flex items-center gap-2 font-medium">
                    <Icon size={16} aria-hidden /> {title}
                  </span>
                  <span className="text-sm text-muted">{meaning}</span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </Dialog>
  );
}

function PanelForm({
  lab,
  kind,
  document,
  panel,
  onBack,
  onDone,
}: {
  lab: string;
  kind: PanelKind;
  document: DashboardDocument;
  panel: Panel | null;
  onBack: (() => void) | null;
  onDone: (draft: Draft) => void;
}) {
  const { Form, first } = definitionOf(kind);
  const [title, setTitle] = useState(panel?.title ?? "");
  const [content, setContent] = useState<PanelContent | null>(
    panel?.content ?? (first as PanelContent | null),
  );
  const [bind, setBind] = useState<Panel["bind"]>(() => panel?.bind ?? firstBind(kind, document));
  const followable = variableKinds.filter(
    (one) =>
      mayFollow({ content: { kind } as PanelContent }, one) &&
      document.variables.some((variable) => variable.kind === one),
  );
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (content) onDone({ title: title.trim(), bind, content });
      }}
    >
      <Form
        lab={lab}
        content={(panel?.content ?? (kind === "text" || kind === "dataset" ? content : null)) as never}
        onChange={setContent}
        citable={document.references.map(({ key }) => key)}
      />
      <Field label="Title" optional hint="Without one, the panel says what it shows by itself.">
        {(control) => (
          <Input
            {...control}
            value={title}
            maxLength={200}
            onChange={(event) => setTitle(event.target.value)}
          />
        )}
      </Field>
      {followable.length > 0 && (
        <fieldset className="flex flex-wrap gap-3">
          <legend className="mb-1 font-medium">What it takes from the controls at the head</legend>
          {followable.map((one) => (
            <Field key={one} label={variableTitles[one]} className="min-w-32 flex-1">
              {(control) => (
                <Select
                  {...control}
                  value={bind[one] ?? ""}
                  onChange={({ target: { value } }) =>
                    setBind(({ [one]: _, ...rest }) => (value ? { ...rest, [one]: value } : rest))
                  }
                >
                  <option value="">its own</option>
                  {document.variables
                    .filter((variable) => variable.kind === one)
                    .map(({ name, title: words }) => (
                      <option key={name} value={name}>
                        {words}
                      </option>
                    ))}
                </Select>
              )}
            </Field>
          ))}
        </fieldset>
      )}
      <div className="sticky -bottom-4 -mx-4 -mb-4 flex gap-2 border-t border-line bg-paper p-4">
        <SubmitButton disabled={!content}>{panel ? "Change" : "Add"}</SubmitButton>
        {onBack && <Button onClick={onBack}>Back</Button>}
      </div>
    </form>
  );
}

/** A new panel follows the first variable of each kind that it can. */
const firstBind = (kind: PanelKind, { variables }: DashboardDocument): Panel["bind"] =>
  Object.fromEntries(
    variableKinds.flatMap((one) => {
      const variable = variables.find((known) => known.kind === one);
      return variable && mayFollow({ content: { kind } as PanelContent }, one) ? [[one, variable.name]] : [];
    }),
  );
