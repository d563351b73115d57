/** What a thread is about, and what changed since, in words. */
import type { Anchor, ObjectState, Shown } from "@/contracts/comment";
import type { ComparisonQuery } from "@/contracts/comparison";
import { objectTitle, type ObjectKind } from "@/contracts/object";

/** "Preparatory lick rate, trials 301–400, ACTR rate v1 · Control", or "the whole comparison". */
export function anchorWords({ figure, place }: Anchor, kind: ObjectKind): string {
  if (!figure) return `the whole ${objectTitle[kind].toLowerCase()}`;
  return [figure.title, place?.said, place?.group?.label].filter(Boolean).join(", ");
}

/** Sentences on how the object differs from what it was when somebody wrote about it. */
export function changesSince(kind: ObjectKind, seen: ObjectState, now: ObjectState): string[] {
  const changes: string[] = [];
  if (seen.version !== null && now.version !== null && seen.version !== now.version)
    changes.push(`It was made on v${seen.version}; this is v${now.version}.`);
  if (kind === "run" && seen.hash !== now.hash)
    changes.push(
      seen.hash === null ? "It was made before the run was done." : "It was made on another result.",
    );
  if (seen.runs && now.runs && seen.runs.done !== now.runs.done)
    changes.push(
      `It was made when ${seen.runs.done} of ${seen.runs.of} runs were done; now ${now.runs.done} are.`,
    );
  if (seen.query && now.query) changes.push(...queryChanges(seen.query, now.query));
  if (seen.engines.length > 0 && now.engines.length > 0 && !sameTexts(seen.engines, now.engines))
    changes.push("Another version of the engine computed what stands here now.");
  return changes;
}

function queryChanges(seen: ComparisonQuery, now: ComparisonQuery): string[] {
  const changes: string[] = [];
  const keys = (query: ComparisonQuery) => new Set(query.groups.map(groupKey));
  const [before, after] = [keys(seen), keys(now)];
  const added = [...after].filter((key) => !before.has(key)).length;
  const gone = [...before].filter((key) => !after.has(key)).length;
  const groups = [added > 0 && `${counted(added)} came`, gone > 0 && `${counted(gone)} went`].filter(Boolean);
  if (groups.length > 0) changes.push(`Since it was made, ${groups.join(" and ")}.`);
  if (seen.block !== now.block)
    changes.push(`It was made on points of ${seen.block} trials; these are of ${now.block}.`);
  if (seen.trials.from !== now.trials.from || seen.trials.to !== now.trials.to)
    changes.push(
      `Its table was of trials ${seen.trials.from}–${seen.trials.to}; this one is of ${now.trials.from}–${now.trials.to}.`,
    );
  if (JSON.stringify(seen.windows ?? {}) !== JSON.stringify(now.windows ?? {}))
    changes.push("It was made with other windows of measures than these.");
  if (Boolean(seen.relative) !== Boolean(now.relative))
    changes.push(
      seen.relative
        ? "Its responses were relative to control; these are in units of their own."
        : "Its responses were in units of their own; these are relative to control.",
    );
  return changes;
}

const counted = (groups: number) => `${groups} ${groups === 1 ? "group" : "groups"}`;
const groupKey = (ref: ComparisonQuery["groups"][number]) =>
  ref.kind === "simulation" ? `${ref.experiment} ${ref.model} ${ref.arm}` : `${ref.dataset} ${ref.group}`;
const sameTexts = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.toSorted().join() === b.toSorted().join();

/** The state that the reader looks at: the object's own, but for what the page shows of it. */
export const stateHere = (now: ObjectState, shown: Shown): ObjectState => ({
  ...now,
  version: shown.version ?? now.version,
  query: shown.query ?? now.query,
  engines: shown.engines.length > 0 ? shown.engines : now.engines,
});
