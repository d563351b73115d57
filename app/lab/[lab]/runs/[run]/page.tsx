import { Prefetched } from "@/app/_page/prefetched";
import { labOf, mayEdit } from "@/app/_page/visitor";
import { RunPage } from "@/components/runs/run-page";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Run" };

export default async function RunRoute({ params }: { params: Promise<{ lab: string; run: string }> }) {
  const { lab, run } = await params;
  return (
    <Prefetched main={(trpc, client) => client.fetchQuery(trpc.runs.get.queryOptions({ lab, run }))}>
      <RunPage lab={lab} run={run} mayRun={mayEdit(await labOf(lab))} />
    </Prefetched>
  );
}
