"use client";
import { Input } from "@/components/ui/input";
import type { TrialWindow } from "@/contracts/dashboard-panel";
import { useId, useState } from "react";

/** First and last trial. Applied on Enter or when a field is left; a window that ends before it begins is not. */
export function TrialFields({
  label,
  value,
  onChange,
}: {
  label: string;
  value: TrialWindow;
  onChange: (value: TrialWindow) => void;
}) {
  const id = useId();
  const [from, setFrom] = useState(String(value.from));
  const [to, setTo] = useState(String(value.to));
  const next = { from: Number(from), to: Number(to) };
  const whole = [next.from, next.to].every((trial) => Number.isInteger(trial) && trial >= 1);
  const problem = !whole
    ? "Whole trial numbers from 1."
    : next.from > next.to
      ? "It ends before it begins."
      : null;
  const apply = () => {
    if (problem === null && (next.from !== value.from || next.to !== value.to)) onChange(next);
  };
  const field = (name: string, text: string, set: (text: string) => void) => (
    <Input
      inputMode="numeric"
      aria-label={`${label}, ${name}`}
      aria-invalid={problem !== null || undefined}
      aria-describedby={problem ? id : undefined}
      className="!w-16 text-right"
      value={text}
      onChange={(event) => set(event.target.value)}
      onBlur={apply}
      onKeyDown={(event) => {
        if (event.key !== "Enter") return;
        event.preventDefault();
        apply();
      }}
    />
  );
  return (
    <div role="group" aria-label={label} className="flex flex-wrap items-center gap-2">
      {field("first", from, setFrom)}
      <span aria-hidden>–</span>
      {field("last", to, setTo)}
      {problem && (
        <span id={id} className="text-sm text-danger">
          {problem}
        </span>
      )}
    </div>
  );
}
