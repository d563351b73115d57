import type { GroupRef } from "@/contracts/comparison";
import { refKey } from "../edits";
import type { Choice } from "./choice";

export function GroupTick({
  groupRef,
  label,
  words,
  choice,
}: {
  groupRef: GroupRef;
  label: string;
  /** Shown beside the box; without it the label is only spoken. */
  words?: string;
  choice: Choice;
}) {
  const key = refKey(groupRef);
  const there = choice.there.has(key);
  const on = there || choice.chosen.has(key);
  return (
    <label className="inline-flex min-h-8 min-w-8 items-center gap-2">
      <input
        type="checkbox"
        className="size-4 accent-accent"
        aria-label={there ? `${label}, already there` : label}
        checked={on}
        disabled={there || (!on && choice.full)}
        onChange={(event) => choice.choose([groupRef], event.target.checked)}
      />
      {words}
    </label>
  );
}
