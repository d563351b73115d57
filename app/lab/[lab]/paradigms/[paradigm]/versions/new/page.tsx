import { Prefetched } from "@/app/_page/prefetched";
import { NewVersion } from "@/components/paradigms/new-version";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "New version" };

export default async function NewVersionRoute({
  params,
  searchParams,
}: {
  params: Promise<{ lab: string; paradigm: string }>;
  searchParams: Promise<{ from?: string }>;
}) {
  const { lab, paradigm } = await params;
  const { from } = await searchParams;
  return (
    <Prefetched
      main={(trpc, client) =>
        client.fetchQuery(trpc.paradigms.get.queryOptions({ lab, paradigmId: paradigm }))
      }
    >
      <NewVersion lab={lab} paradigm={paradigm} from={Number(from) || null} />
    </Prefetched>
  );
}
