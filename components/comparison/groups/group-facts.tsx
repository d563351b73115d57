import { counted } from "@/components/charts/lines/counts";
import type { GroupView } from "@/contracts/comparison";

/** "3 waiting, 1 failed: out of memory": equal reasons once. */
export function missingWords(missing: GroupView["missing"]): string {
  const reasons = new Map<string, number>();
  for (const { reason } of missing) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  return [...reasons].map(([reason, count]) => `${count} ${reason}`).join(", ");
}

/** N and what it counts, how far its runs are, and, unfolded, what a reader must know. */
export function GroupFacts({ group }: { group: GroupView }) {
  const { n, replicate, repetitions, runs, missing, inTrash, remarks, roleTitle } = group;
  const open = runs.expected > 0 && runs.done < runs.expected;
  const words = `N ${counted(n, replicate)}${repetitions > 1 ? ` × ${open ? "up to " : ""}${repetitions}` : ""}`;
  return (
    <div className="text-sm text-muted">
      <details>
        <summary className="cursor-pointer">{words}</summary>
        <ul className="list-disc space-y-1 py-1 pl-4 text-ink">
          {roleTitle && <li>Dopamine: {roleTitle}</li>}
          {repetitions > 1 && <li>{repetitions} repetitions of each, averaged before N is counted</li>}
          {missing.length > 0 && <li>Missing: {missingWords(missing)}</li>}
          {remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      </details>
      {inTrash && <p className="text-ink">{inTrash}</p>}
      {open && (
        <>
          <p>
            {runs.done} of {runs.expected} runs done
            {runs.pending > 0 && `, ${runs.pending} pending`}
            {runs.failed > 0 && <span className="text-danger">, {runs.failed} failed</span>}
          </p>
          {runs.failed > 0 && missing.length > 0 && <p>{missingWords(missing)}</p>}
          <div className="mt-0.5 h-1 rounded bg-sunken" aria-hidden>
            <div
              className="h-1 rounded bg-accent forced-colors:bg-[Highlight]"
              style={{ width: `${(100 * runs.done) / runs.expected}%` }}
            />
          </div>
        </>
      )}
    </div>
  );
}
