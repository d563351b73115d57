import { Prefetched } from "@/app/_page/prefetched";
import { versionOf } from "@/app/_page/version-of";
import { NewVersion } from "@/components/models/new-version";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "New version" };

export default async function NewVersionRoute({
  params,
  searchParams,
}: {
  params: Promise<{ lab: string; model: string }>;
  searchParams: Promise<{ from?: string }>;
}) {
  const { lab, model } = await params;
  const { from } = await searchParams;
  const version = versionOf(from);
  return (
    <Prefetched
      main={(trpc, client) =>
        client.fetchQuery(trpc.models.get.queryOptions({ lab, modelId: model, version }))
      }
    >
      <NewVersion lab={lab} model={model} from={version} />
    </Prefetched>
  );
}
