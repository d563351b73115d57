"use client";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Menu, MenuItem } from "@/components/ui/menu";
import {
  type DashboardDocument,
  type Variable,
  variableKinds,
  type VariableKind,
} from "@/contracts/dashboard";
import { Plus, Trash2 } from "lucide-react";
import { panelWords } from "../panels/registry";
import { addVariable, changeVariable, follow, mayFollow, removeVariable } from "./edits";
import { variableTitles } from "./panel-dialog";

const meanings: Readonly<Record<VariableKind, string>> = {
  model: "which models are shown",
  arm: "which arms are shown",
  measure: "what is measured",
  window: "which trials are looked at",
  block: "trials per point of learning curves",
  band: "what bands are: SEM, SD or 95 % CI",
};
const firsts: { readonly [K in VariableKind]: Extract<Variable, { kind: K }>["value"] } = {
  model: null,
  arm: null,
  measure: "prepLick",
  window: { from: 1, to: 800 },
  block: 100,
  band: "sem",
};

/** The controls at the head: which there are, and which panels follow each. Their values are set at the head itself. */
export function VariablesDialog({
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
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Variables"
      description="A variable is one control at the head of the dashboard that sets several panels at once. What it is set to in the draft is what readers find first."
    >
      {document.variables.map((variable) => (
        <OneVariable key={variable.name} variable={variable} document={document} change={change} />
      ))}
      <Menu
        align="start"
        trigger={
          <Button className="self-start" disabled={document.variables.length >= 12}>
            <Plus size={16} aria-hidden /> Add a variable
          </Button>
        }
      >
        {variableKinds.map((kind) => (
          <MenuItem
            key={kind}
            onSelect={() =>
              change((now) =>
                addVariable(now, { kind, title: variableTitles[kind], value: firsts[kind] } as Omit<
                  Variable,
                  "name"
                >),
              )
            }
          >
            {variableTitles[kind]} <span className="text-muted">{meanings[kind]}</span>
          </MenuItem>
        ))}
      </Menu>
    </Dialog>
  );
}

function OneVariable({
  variable,
  document,
  change,
}: {
  variable: Variable;
  document: DashboardDocument;
  change: (edit: (document: DashboardDocument) => DashboardDocument) => void;
}) {
  const { kind, name, title } = variable;
  const panels = document.panels.filter((panel) => mayFollow(panel, kind));
  return (
    <fieldset className="flex flex-col gap-2 border-t border-line pt-3">
      <legend className="sr-only">{title}</legend>
      <div className="flex items-end gap-2">
        <Field label={`Title of the control, ${meanings[kind]}`} className="flex-1">
          {(control) => (
            <Input
              {...control}
              defaultValue={title}
              maxLength={80}
              onBlur={({ target: { value } }) => {
                const words = value.trim();
                if (words && words !== title) change((now) => changeVariable(now, name, { title: words }));
              }}
            />
          )}
        </Field>
        <IconButton label={`Remove ${title}`} onClick={() => change((now) => removeVariable(now, name))}>
          <Trash2 size={16} aria-hidden />
        </IconButton>
      </div>
      {panels.length === 0 ? (
        <p className="text-sm text-muted">No panel can follow it yet.</p>
      ) : (
        <ul aria-label={`Panels that follow ${title}`} className="grid gap-x-4 sm:grid-cols-2">
          {panels.map((panel) => (
            <li key={panel.id}>
              <label className="flex min-h-8 items-center gap-2">
                <input
                  type="checkbox"
                  className="size-4 shrink-0 accent-accent"
                  checked={panel.bind[kind] === name}
                  onChange={(event) => {
                    const on = event.target.checked;
                    change((now) => follow(now, panel.id, variable, on));
                  }}
                />
                <span className="min-w-0 truncate">{panel.title || panelWords(panel.content)}</span>
              </label>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
