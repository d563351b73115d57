"use client";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { IconButton } from "@/components/ui/icon-button";
import { PageHead } from "@/components/ui/page-head";
import { useToast } from "@/components/ui/toast";
import type { DashboardSummary } from "@/contracts/dashboard";
import { Plus, Redo2, Undo2 } from "lucide-react";
import { useState } from "react";
import type { DraftKeeper, DraftState } from "./draft-keeper";
import { SaveVersionDialog } from "./save-version-dialog";

export function EditorHead({
  lab,
  dashboard,
  state,
  keeper,
  onDialog,
}: {
  lab: string;
  dashboard: DashboardSummary;
  state: DraftState;
  keeper: DraftKeeper;
  onDialog: (dialog: "add" | "variables" | "references") => void;
}) {
  const toast = useToast();
  const [saving, setSaving] = useState(false);
  const base = `/lab/${lab}/dashboards/${dashboard.id}`;
  return (
    <>
      <PageHead
        crumbs={[
          { label: "Dashboards", href: `/lab/${lab}/dashboards` },
          { label: dashboard.name, href: base },
        ]}
        title={dashboard.name}
        badge={<Badge>draft</Badge>}
        facts={[<Standing key="standing" state={state} onRetry={() => void keeper.save()} />]}
        actions={
          <>
            <IconButton label="Undo" disabled={state.past.length === 0} onClick={() => keeper.undo()}>
              <Undo2 size={16} aria-hidden />
            </IconButton>
            <IconButton label="Redo" disabled={state.future.length === 0} onClick={() => keeper.redo()}>
              <Redo2 size={16} aria-hidden />
            </IconButton>
            <Button onClick={() => onDialog("add")}>
              <Plus size={16} aria-hidden /> Add panel
            </Button>
            <Button onClick={() => onDialog("variables")}>Variables</Button>
            <Button onClick={() => onDialog("references")}>References</Button>
            <Button look="primary" onClick={() => setSaving(true)}>
              Save version
            </Button>
            <ButtonLink href={base}>Done</ButtonLink>
          </>
        }
      />
      <SaveVersionDialog
        lab={lab}
        id={dashboard.id}
        keeper={keeper}
        open={saving}
        onOpenChange={setSaving}
        onSaved={({ latest }) => toast({ title: `Version ${latest.number} is saved.` })}
      />
    </>
  );
}

function Standing({ state, onRetry }: { state: DraftState; onRetry: () => void }) {
  if (state.problem && !state.saving)
    return (
      <span role="alert" className="text-danger">
        Not saved: {state.problem}{" "}
        <button type="button" className="underline" onClick={onRetry}>
          Try again
        </button>
      </span>
    );
  const unsaved = state.present !== state.synced.document;
  return <span role="status">{state.saving || unsaved ? "saving the draft" : "draft saved"}</span>;
}
