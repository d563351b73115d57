import { type Difference, valueDifferences, wordDifference } from "@/components/parameters/shown-value";
import { paradigmParameters, valuesOf } from "@/engine/paradigms/declaration";
import type { Paradigm } from "@/engine/paradigms/paradigm";

const armsOf = ({ arms }: Paradigm) => arms.map(({ title }) => title).join(", ");
const pulsesOf = ({ cue, reward }: Paradigm) =>
  [...cue.pulses, ...reward.pulses]
    .map(({ from, to, amplitude }) => `${amplitude} at ${from} to ${to} ms`)
    .join("; ");

/** What one version of a task has otherwise than another. */
export function differences(before: Paradigm, after: Paradigm): Difference[] {
  const values = valueDifferences(paradigmParameters, valuesOf(before), valuesOf(after));
  return [
    ...values,
    // inputs that no declared value says: only then are they told as they stand
    ...(values.length === 0 ? wordDifference("pulses", "Inputs", pulsesOf(before), pulsesOf(after)) : []),
    ...wordDifference("arms", "Arms", armsOf(before), armsOf(after)),
    ...wordDifference("title", "Title", before.title, after.title),
    ...wordDifference("meaning", "Meaning", before.meaning, after.meaning),
    ...wordDifference("citation", "Citation", before.citation, after.citation),
  ];
}
