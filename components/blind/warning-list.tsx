"use client";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import type { BlindWarning } from "@/contracts/blind";
import { useState } from "react";

/** What may say whose the copy is: each is replaced, left out, or said to be harmless. */
export function WarningList({
  warnings,
  accepted,
  onAccept,
  onReplace,
  onLeaveOut,
}: {
  warnings: readonly BlindWarning[];
  accepted: readonly string[];
  onAccept: (key: string, mayStay: boolean) => void;
  onReplace: (find: string, put: string) => void;
  onLeaveOut: (citation: string) => void;
}) {
  return (
    <ul className="flex flex-col gap-4">
      {warnings.map((warning) => (
        <li key={warning.key} className="flex flex-col gap-2 border-l-2 border-line-strong pl-3">
          <p className="font-medium break-words">“{warning.found}”</p>
          <p className="text-sm text-muted">{warning.why}</p>
          <ul className="text-sm">
            {warning.places.map(({ where, text }) => (
              <li key={`${where} ${text}`} className="break-words">
                <span className="text-muted">{where}:</span> {text}
              </li>
            ))}
          </ul>
          {warning.citation === null ? (
            <Replace found={warning.found} onReplace={onReplace} />
          ) : (
            <Button className="self-start" onClick={() => onLeaveOut(warning.citation!)}>
              Leave this citation out
            </Button>
          )}
          <label className="flex min-h-8 items-center gap-2">
            <input
              type="checkbox"
              checked={accepted.includes(warning.key)}
              onChange={(event) => onAccept(warning.key, event.target.checked)}
            />
            It says nothing of us, and may stay
          </label>
        </li>
      ))}
    </ul>
  );
}

function Replace({ found, onReplace }: { found: string; onReplace: (find: string, put: string) => void }) {
  const [put, setPut] = useState("");
  return (
    <div className="flex max-w-md gap-2">
      <Input
        aria-label={`Instead of “${found}”`}
        placeholder="what stands there instead"
        value={put}
        maxLength={200}
        onChange={(event) => setPut(event.target.value)}
      />
      <Button onClick={() => onReplace(found, put)}>Replace</Button>
    </div>
  );
}
