"use client";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import type { SessionFigures } from "@/contracts/session";
import { useState } from "react";

type Measure = Pick<SessionFigures["measures"][number], "title" | "windows">;
type Windows = Measure["windows"];

const text = (value: number | null) => (value === null ? "" : String(value));
const read = (typed: string): number | null | undefined => {
  if (typed.trim() === "") return null;
  const number = Number(typed.replace("−", "-"));
  return Number.isFinite(number) ? number : undefined;
};

/** The window of a measure and what is subtracted, in ms from their events; what is typed acts when it is a window. */
export function WindowFields({
  measure,
  own,
  onChange,
}: {
  measure: Measure;
  /** Whether the window is not the measure's own. */
  own: boolean;
  onChange: (windows: Windows | null) => void;
}) {
  const { window, baseline } = measure.windows;
  const [typed, setTyped] = useState<Record<string, string>>({});
  // a window that ends before it begins is marked at what was typed
  const fits = windowsWith(measure.windows, typed) !== null;
  const edge = (name: string, which: "window" | "baseline", end: "from" | "to", value: number | null) => {
    const shown = typed[name] ?? text(value);
    return (
      <Input
        aria-label={`${measure.title}: ${which} ${end} (ms)`}
        inputMode="numeric"
        className="w-20!"
        value={shown}
        aria-invalid={name in typed && !(fits && acceptable(name, typed[name])) ? true : undefined}
        onChange={(event) => {
          const next = { ...typed, [name]: event.target.value };
          setTyped(next);
          const windows = windowsWith(measure.windows, next);
          if (windows) onChange(windows);
        }}
      />
    );
  };
  return (
    <div className="flex flex-wrap items-center gap-2 text-sm text-muted">
      <span className="flex items-center gap-2">
        Window {edge("wf", "window", "from", window.from)} to {edge("wt", "window", "to", window.to)} ms from{" "}
        {window.event}
      </span>
      {baseline && (
        <span className="flex items-center gap-2">
          minus {edge("bf", "baseline", "from", baseline.from)} to {edge("bt", "baseline", "to", baseline.to)}{" "}
          ms from {baseline.event}
        </span>
      )}
      {own && (
        <Button
          look="quiet"
          onClick={() => {
            setTyped({});
            onChange(null);
          }}
        >
          Its own window
        </Button>
      )}
    </div>
  );
}

const acceptable = (name: string, typed: string) => {
  const value = read(typed);
  return value !== undefined && (value !== null || name === "wt");
};

/** Null while what is typed is no window. */
function windowsWith({ window, baseline }: Windows, typed: Record<string, string>): Windows | null {
  if (!Object.entries(typed).every(([name, own]) => acceptable(name, own))) return null;
  const value = (name: string, usual: number | null) => (name in typed ? (read(typed[name]) ?? null) : usual);
  const next = {
    window: { ...window, from: value("wf", window.from)!, to: value("wt", window.to) },
    baseline: baseline && {
      ...baseline,
      from: value("bf", baseline.from)!,
      to: value("bt", baseline.to),
    },
  };
  const fits = ({ from, to }: Windows["window"]) => to === null || from < to;
  return fits(next.window) && (!next.baseline || fits(next.baseline)) ? next : null;
}
