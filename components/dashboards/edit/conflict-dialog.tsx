"use client";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { DashboardDocument } from "@/contracts/dashboard";
import { useState } from "react";
import { differences } from "../history/difference";
import { DifferenceList } from "../history/difference-list";
import type { Choice, OtherDraft } from "./draft-keeper";

/** Two people changed one draft: both are shown, and whatever is chosen, neither is lost. */
export function ConflictDialog({
  base,
  mine,
  theirs,
  onChoose,
}: {
  base: DashboardDocument;
  mine: DashboardDocument;
  theirs: OtherDraft;
  onChoose: (choice: Choice) => Promise<void>;
}) {
  const [busy, setBusy] = useState(false);
  const choose = (choice: Choice) => {
    setBusy(true);
    void onChoose(choice).finally(() => setBusy(false));
  };
  const who = theirs.author ?? "Phasic";
  return (
    <Dialog
      open
      onOpenChange={() => {}}
      title={`${who} changed this draft meanwhile`}
      description="Your changes are kept here until you choose."
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <section aria-label="Yours" className="min-w-0">
          <h3 className="mb-1 font-medium">Yours</h3>
          <DifferenceList differences={differences(base, mine)} />
        </section>
        <section aria-label={`Of ${who}`} className="min-w-0">
          <h3 className="mb-1 font-medium">Of {who}</h3>
          <DifferenceList differences={differences(base, theirs.document)} />
        </section>
      </div>
      <ul className="flex flex-col gap-3">
        <li>
          <Button look="primary" disabled={busy} onClick={() => choose("both")}>
            Keep both
          </Button>
          <p className="text-sm text-muted">What both of you changed stands there twice.</p>
        </li>
        <li>
          <Button disabled={busy} onClick={() => choose("theirs")}>
            Take the draft of {who}
          </Button>
          <p className="text-sm text-muted">Yours becomes a version in the history; undo brings it back.</p>
        </li>
        <li>
          <Button disabled={busy} onClick={() => choose("mine")}>
            Take mine
          </Button>
          <p className="text-sm text-muted">The other draft becomes a version in the history.</p>
        </li>
      </ul>
    </Dialog>
  );
}
