/** Which shortcut a key completes. A sequence, such as g then m, has to be finished within a moment. */

export interface Pressed {
  readonly key: string;
  readonly at: number;
}

/** As long as a second key may take. */
export const patienceMs = 1200;

/**
 * @param known sequences, keys apart by a space.
 * @returns the sequence that is complete now, and what to remember of this key.
 */
export function press(
  known: readonly string[],
  before: Pressed | null,
  now: Pressed,
): { done: string | null; rest: Pressed | null } {
  if (before && now.at - before.at <= patienceMs) {
    const sequence = `${before.key} ${now.key}`;
    if (known.includes(sequence)) return { done: sequence, rest: null };
  }
  if (known.some((sequence) => sequence.startsWith(`${now.key} `))) return { done: null, rest: now };
  return { done: known.includes(now.key) ? now.key : null, rest: null };
}

/** Whether keys belong to where the focus is: a text, a choice, a menu, a slider. */
export function isTaken(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return (
    target.closest(
      "input:not([type=checkbox],[type=radio],[type=button]), textarea, select, [contenteditable=''], [contenteditable=true], [role=menu], [role=listbox], [role=combobox], [role=textbox], [role=slider], [role=application]",
    ) !== null
  );
}
