import { Prefetched } from "@/app/_page/prefetched";
import { labOf, mayEdit } from "@/app/_page/visitor";
import { ModelList } from "@/components/models/model-list";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHead } from "@/components/ui/page-head";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Models" };

export default async function ModelsPage({ params }: { params: Promise<{ lab: string }> }) {
  const { lab: slug } = await params;
  const lab = await labOf(slug);
  return (
    <Prefetched also={[(trpc, client) => client.fetchQuery(trpc.models.list.queryOptions({ lab: slug }))]}>
      <PageHead
        title="Models"
        actions={
          mayEdit(lab) && (
            <ButtonLink look="primary" href={`/lab/${slug}/models/new`}>
              New model
            </ButtonLink>
          )
        }
      />
      <ModelList lab={slug} />
    </Prefetched>
  );
}
