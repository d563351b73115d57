import { Prefetched } from "@/app/_page/prefetched";
import { versionOf } from "@/app/_page/version-of";
import { labOf, mayEdit, orMissing } from "@/app/_page/visitor";
import { serverCaller } from "@/server/caller";
import { ModelPage } from "@/components/models/model-page";
import { nextPage } from "@/components/list/list-state";
import type { Metadata } from "next";

interface Props {
  params: Promise<{ lab: string; model: string }>;
  searchParams: Promise<{ version?: string; against?: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lab, model } = await params;
  await labOf(lab);
  return { title: (await orMissing((await serverCaller()).models.get({ lab, modelId: model }))).name };
}

export default async function ModelRoute({ params, searchParams }: Props) {
  const { lab, model } = await params;
  const search = await searchParams;
  const [version, against] = [versionOf(search.version), versionOf(search.against)];
  return (
    <Prefetched
      main={(trpc, client) =>
        client.fetchQuery(trpc.models.get.queryOptions({ lab, modelId: model, version, against }))
      }
      also={[
        (trpc, client) =>
          client.fetchInfiniteQuery(
            trpc.models.history.infiniteQueryOptions(
              { lab, modelId: model, limit: 20 },
              { getNextPageParam: nextPage },
            ),
          ),
      ]}
    >
      <ModelPage
        lab={lab}
        model={model}
        number={version}
        against={against}
        mayEdit={mayEdit(await labOf(lab))}
      />
    </Prefetched>
  );
}
