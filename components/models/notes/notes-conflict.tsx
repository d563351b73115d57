"use client";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/input";
import type { ModelNotes } from "@/contracts/model";
import { useState } from "react";
import { bothTexts, linesAgainst } from "./lines";

/** Two people wrote at once: both texts side by side, and whatever is chosen, the other stays in the history. */
export function NotesConflict({
  base,
  mine,
  theirs,
  busy,
  onMine,
  onTheirs,
  onBoth,
  onLater,
}: {
  base: string;
  mine: string;
  theirs: ModelNotes;
  busy: boolean;
  onMine: () => void;
  onTheirs: () => void;
  onBoth: (text: string) => void;
  onLater: () => void;
}) {
  const [both, setBoth] = useState(() => bothTexts(base, mine, theirs.text));
  const who = theirs.author ?? "Somebody";
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onLater()}
      title={`${who} saved other notes meanwhile`}
      description="Lines that only one of the two has are marked. Whatever you choose, the other text stays in the history."
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Side title="Yours" text={mine} other={theirs.text}>
          <Button disabled={busy} onClick={onMine}>
            Take mine
          </Button>
        </Side>
        <Side title={`Of ${who}`} text={theirs.text} other={mine}>
          <Button disabled={busy} onClick={onTheirs}>
            Take the notes of {who}
          </Button>
        </Side>
      </div>
      <Field label="One text of both">
        {(control) => (
          <TextArea
            {...control}
            rows={8}
            dir="auto"
            value={both}
            onChange={(event) => setBoth(event.target.value)}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button look="primary" busy={busy} onClick={() => onBoth(both)}>
          Save this text
        </Button>
        <Button look="quiet" disabled={busy} onClick={onLater}>
          Go on writing
        </Button>
      </div>
    </Dialog>
  );
}

function Side({
  title,
  text,
  other,
  children,
}: {
  title: string;
  text: string;
  other: string;
  children: React.ReactNode;
}) {
  return (
    <section aria-label={title} className="flex min-w-0 flex-col gap-2">
      <h3 className="font-medium">{title}</h3>
      <div
        role="group"
        aria-label={`${title}, text`}
        tabIndex={0}
        className="max-h-60 overflow-y-auto rounded border border-line p-2 text-sm"
      >
        {linesAgainst(text, other).map(({ line, own }, index) => (
          <p key={index} dir="auto" className="min-h-4 break-words whitespace-pre-wrap">
            {own ? <mark className="bg-accent-wash text-ink">{line}</mark> : line}
          </p>
        ))}
      </div>
      {children}
    </section>
  );
}
