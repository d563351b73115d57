import { Prefetched } from "@/app/_page/prefetched";
import { labOf, mayEdit, orMissing } from "@/app/_page/visitor";
import { serverCaller } from "@/server/caller";
import { ModelPage } from "@/components/models/model-page";
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
  const { version, against } = await searchParams;
  return (
    <Prefetched
      main={(trpc, client) => client.fetchQuery(trpc.models.get.queryOptions({ lab, modelId: model }))}
    >
      <ModelPage
        lab={lab}
        model={model}
        number={Number(version) || null}
        against={Number(against) || null}
        mayEdit={mayEdit(await labOf(lab))}
      />
    </Prefetched>
  );
}
