"use client";
import { CountsBar } from "@/components/experiments/counts";
import { useTRPC } from "@/components/providers/trpc";
import { Problem } from "@/components/ui/problem";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { running } from "./how-many";

/** What runs and by whom; quiet when nothing does. */
export function RunningNow({ lab }: { lab: string }) {
  const trpc = useTRPC();
  const experiments = useQuery(
    trpc.experiments.list.queryOptions({ lab, where: { status: ["open"] }, limit: running }),
  );
  const workers = useQuery(trpc.workers.list.queryOptions({ lab }, { refetchInterval: 15_000 }));
  const open = (experiments.data?.rows ?? []).toSorted((a, b) => b.counts.running - a.counts.running);
  const more = (experiments.data?.total ?? 0) - open.length;
  const threads = workers.data?.threads ?? null;
  return (
    <section aria-labelledby="running" className="flex flex-col gap-2">
      <h2 id="running" className="font-semibold">
        Running now
      </h2>
      {threads === 0 && (
        <Problem title="No worker is running.">
          What is launched waits until one starts: npm start brings one, npm run worker adds one.
        </Problem>
      )}
      {open.length === 0 ? (
        <p className="text-muted">
          Nothing
          {threads !== null &&
            threads > 0 &&
            `; ${threads} worker ${threads === 1 ? "thread is" : "threads are"} free`}
          .
        </p>
      ) : (
        <ul className="grid gap-2 md:grid-cols-2 2xl:grid-cols-3">
          {open.map(({ id, name, counts }) => (
            <li key={id} className="flex flex-col gap-1 rounded border border-line p-3">
              <Link href={`/lab/${lab}/experiments/${id}`} className="font-medium hover:underline">
                {name}
              </Link>
              <CountsBar counts={counts} />
            </li>
          ))}
        </ul>
      )}
      {more > 0 && (
        <Link href={`/lab/${lab}/experiments?status=open`} className="self-start text-accent underline">
          {more} more
        </Link>
      )}
    </section>
  );
}
