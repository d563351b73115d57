import { Prefetched } from "@/app/_page/prefetched";
import { versionOf } from "@/app/_page/version-of";
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
  const version = versionOf(from);
  return (
    <Prefetched
      main={(trpc, client) =>
        client.fetchQuery(trpc.paradigms.get.queryOptions({ lab, paradigmId: paradigm, version }))
      }
    >
      <NewVersion lab={lab} paradigm={paradigm} from={version} />
    </Prefetched>
  );
}
