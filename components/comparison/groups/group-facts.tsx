import type { GroupView } from "@/contracts/comparison";

/** "4 missing: 3 waiting, 1 failed: out of memory": equal reasons once. */
export function missingWords(missing: GroupView["missing"]): string {
  const reasons = new Map<string, number>();
  for (const { reason } of missing) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  return [...reasons].map(([reason, count]) => `${count} ${reason}`).join(", ");
}

/** N and what it counts, how far its runs are, and what a reader must know. */
export function GroupFacts({ group }: { group: GroupView }) {
  const { n, replicate, repetitions, runs, missing, remarks, roleTitle } = group;
  const open = runs.expected > 0 && runs.done < runs.expected;
  return (
    <div className="text-sm text-muted">
      <p>
        N {n} {replicate}
        {repetitions > 1 && `, ${repetitions} repetitions each`}
      </p>
      {open && (
        <>
          <p>
            {runs.done} of {runs.expected} runs done
            {runs.pending > 0 && `, ${runs.pending} pending`}
            {runs.failed > 0 && <span className="text-danger">, {runs.failed} failed</span>}
          </p>
          <div className="mt-0.5 h-1 rounded bg-sunken" aria-hidden>
            <div
              className="h-1 rounded bg-accent"
              style={{ width: `${(100 * runs.done) / runs.expected}%` }}
            />
          </div>
        </>
      )}
      {(missing.length > 0 || remarks.length > 0 || roleTitle) && (
        <details>
          <summary className="cursor-pointer py-0.5 underline decoration-dotted underline-offset-2">
            {missing.length > 0 ? `${missing.length} missing; what to know` : "What to know"}
          </summary>
          <ul className="list-disc space-y-1 py-1 pl-4 text-ink">
            {roleTitle && <li>Dopamine: {roleTitle}</li>}
            {missing.length > 0 && <li>Missing: {missingWords(missing)}</li>}
            {remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
