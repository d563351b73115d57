"use client";
import { said } from "@/components/list/said";
import { Problem } from "@/components/ui/problem";
import type { ExperimentPlan, YokedTo } from "@/contracts/experiment";
import { duration } from "../duration";
import { metWords } from "../met-words";

/** What launching would do, before it is done: how many runs, how many known already, how long, and what is refused. */
export function PlanPanel({
  plan,
  error,
  stale,
  modelName,
  armTitle,
}: {
  plan: ExperimentPlan | undefined;
  error: { message: string } | null;
  /** A newer plan is on its way. */
  stale: boolean;
  modelName: (versionId: string) => string;
  armTitle: (arm: string) => string;
}) {
  if (error) return <Problem title="This cannot be planned.">{said(error)}</Problem>;
  if (!plan)
    return (
      <p className="text-muted">
        Choose models, arms and subjects to see how many runs there are and how long they take.
      </p>
    );
  const fresh = plan.runs - plan.reused;
  return (
    <div aria-live="polite" aria-busy={stale} className={stale ? "opacity-60" : undefined}>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-2 sm:grid-cols-4 lg:grid-cols-2">
        <Fact term="Runs" value={String(plan.runs)} />
        <Fact term="Reused" value={String(plan.reused)} hint="same spec, same engine" />
        <Fact term="To compute" value={String(fresh)} hint={`${plan.secondsPerRun.toPrecision(2)} s each`} />
        <Fact
          term="Takes about"
          value={fresh === 0 ? "no time" : duration(plan.estimateSeconds)}
          hint={plan.threads > 0 ? `${plan.threads} at once` : undefined}
        />
      </dl>
      {plan.threads === 0 && (
        <p className="mt-2 text-danger">No worker is running. Runs wait until one starts: npm run worker.</p>
      )}
      {plan.yokedTo && <Animals yokedTo={plan.yokedTo} />}
      {plan.refused.length > 0 && (
        <div className="mt-4">
          <p className="font-medium">Refused, and not launched</p>
          <ul className="mt-1 flex list-disc flex-col gap-1 pl-4 text-sm">
            {plan.refused.map(({ modelVersionId, arm, reason }) => (
              <li key={modelVersionId + arm}>
                {modelName(modelVersionId)}, {armTitle(arm)}: <span className="text-muted">{reason}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

/** Which animal each subject follows, and what it met. */
function Animals({ yokedTo: { animals } }: { yokedTo: YokedTo }) {
  return (
    <div className="mt-4">
      <p className="font-medium">Whom each subject follows</p>
      <ul
        tabIndex={0}
        aria-label="Whom each subject follows"
        className="mt-1 flex max-h-80 flex-col gap-1 overflow-y-auto text-sm"
      >
        {animals.map((one) => (
          <li key={one.subjectKey}>
            {one.subjectKey}: {one.animal}, {metWords(one)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Fact({ term, value, hint }: { term: string; value: string; hint?: string }) {
  return (
    <div>
      <dt className="text-sm text-muted">{term}</dt>
      <dd className="text-lg">{value}</dd>
      {hint && <dd className="text-sm text-muted">{hint}</dd>}
    </div>
  );
}
