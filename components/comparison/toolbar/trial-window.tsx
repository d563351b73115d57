"use client";
import { Input } from "@/components/ui/input";
import { useId, useState } from "react";

type Window = { from: number; to: number };

/** The trials that the table averages. Applied on Enter or when the field is left; a window that ends before it begins is not. */
export function TrialWindow({ trials, onChange }: { trials: Window; onChange: (trials: Window) => void }) {
  const id = useId();
  const [from, setFrom] = useState(String(trials.from));
  const [to, setTo] = useState(String(trials.to));
  const next = { from: Number(from), to: Number(to) };
  const whole = [next.from, next.to].every((value) => Number.isInteger(value) && value >= 1);
  const problem = !whole
    ? "Whole trial numbers from 1."
    : next.from > next.to
      ? "It ends before it begins."
      : null;
  const apply = () => {
    if (problem === null && (next.from !== trials.from || next.to !== trials.to)) onChange(next);
  };
  const field = (name: string, value: string, set: (value: string) => void) => (
    <Input
      inputMode="numeric"
      aria-label={name}
      aria-invalid={problem !== null || undefined}
      aria-describedby={problem ? `${id}p` : undefined}
      className="!w-14 text-right"
      value={value}
      onChange={(event) => set(event.target.value)}
      onBlur={apply}
      onKeyDown={(event) => event.key === "Enter" && apply()}
    />
  );
  return (
    <div role="group" aria-label="Trials of the table" className="flex items-center gap-2">
      <span className="text-sm text-muted">Table over trials</span>
      {field("First trial of the table", from, setFrom)}
      <span aria-hidden>–</span>
      {field("Last trial of the table", to, setTo)}
      {problem && (
        <span id={`${id}p`} className="text-sm text-danger">
          {problem}
        </span>
      )}
    </div>
  );
}
