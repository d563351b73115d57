"use client";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Table, Td, Th } from "@/components/ui/table";
import type { ComparisonState, ComparisonSummary } from "@/contracts/comparison";
import { useState } from "react";
import { differencesOf, type Field, fieldTitle, fieldWords, merged, type Side } from "./merge";

interface Props {
  lab: string;
  base: ComparisonState;
  mine: ComparisonState;
  theirs: ComparisonSummary;
  busy: boolean;
  onSave: (state: ComparisonState) => void;
  onTheirs: () => void;
  onLater: () => void;
}

/** Two people changed one comparison: both side by side, to choose from field by field; what is not chosen stays in the history. */
export function ConflictDialog({ lab, base, mine, theirs, busy, onSave, onTheirs, onLater }: Props) {
  const differences = differencesOf(base, mine, theirs.state);
  const [chosen, setChosen] = useState<ReadonlyMap<Field, Side>>(new Map());
  const sideOf = (field: Field): Side =>
    chosen.get(field) ?? differences.find((one) => one.field === field)?.usual ?? "theirs";
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onLater()}
      title={`Somebody changed “${theirs.name}” meanwhile`}
      description="Nothing is lost: what you do not choose stays in its history."
    >
      <Table label="What differs">
        <thead>
          <tr>
            <Th>What</Th>
            <Th>Yours</Th>
            <Th>Theirs</Th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ field }) => {
            const side = (of: Side, words: string) => (
              <label className="flex min-h-6 items-start gap-2">
                <input
                  type="radio"
                  name={`merge ${field}`}
                  className="mt-1"
                  checked={sideOf(field) === of}
                  onChange={() => setChosen(new Map(chosen).set(field, of))}
                />
                <span className="min-w-0 break-words">{words}</span>
              </label>
            );
            return (
              <tr key={field} className="border-t border-line align-top">
                <Td>{fieldTitle[field]}</Td>
                <Td>
                  {side("mine", fieldWords(mine, field, base))}
                  {field === "groups" && side("both", "all of both")}
                </Td>
                <Td>{side("theirs", fieldWords(theirs.state, field, base))}</Td>
              </tr>
            );
          })}
        </tbody>
      </Table>
      <p className="text-sm text-muted">
        <a className="text-accent underline" href={`/lab/${lab}/compare/${theirs.id}`} target="_blank">
          Look at theirs in another tab
        </a>
      </p>
      <div className="flex flex-wrap gap-2">
        <Button look="primary" busy={busy} onClick={() => onSave(merged(mine, theirs.state, sideOf))}>
          Save what is chosen
        </Button>
        <Button disabled={busy} onClick={() => onSave(mine)}>
          Take all of mine
        </Button>
        <Button disabled={busy} onClick={onTheirs}>
          Take all of theirs
        </Button>
        <Button look="quiet" disabled={busy} onClick={onLater}>
          Decide later
        </Button>
      </div>
    </Dialog>
  );
}
