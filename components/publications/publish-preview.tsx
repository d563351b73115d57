"use client";
import { QueryState } from "@/components/list/query-state";
import { useTRPC } from "@/components/providers/trpc";
import { useQuery } from "@tanstack/react-query";

/** What would not be shown, and what a reader should be warned of, before it is done. */
export function PublishPreview({
  lab,
  dashboard,
  version,
}: {
  lab: string;
  dashboard: string;
  version: number;
}) {
  const trpc = useTRPC();
  const preview = useQuery(trpc.publications.preview.queryOptions({ lab, dashboard, version }));
  return (
    <section aria-labelledby="before" className="flex flex-col gap-2 border border-line bg-wash p-3">
      <h2 id="before" className="font-semibold">
        Before you publish
      </h2>
      <QueryState query={preview} what="what would be published">
        {({ missing, warnings, runs }) => (
          <>
            <p>
              {runs.of === 0
                ? "No simulated run stands behind it."
                : `${runs.done} of ${runs.of} runs stand behind it, each with all that is needed to compute it again.`}
            </p>
            {warnings.map((warning) => (
              <p key={warning}>{warning}</p>
            ))}
            {missing.length > 0 && (
              <>
                <p className="font-medium">Left out, and named as missing:</p>
                <ul className="list-disc pl-5">
                  {missing.map(({ kind, what, why }) => (
                    <li key={`${kind} ${what}`}>
                      The {kind} {what}: {why}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </>
        )}
      </QueryState>
    </section>
  );
}
