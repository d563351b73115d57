import { Prefetched } from "@/app/_page/prefetched";
import { versionOf } from "@/app/_page/version-of";
import { labOf, mayEdit } from "@/app/_page/visitor";
import { ParadigmPage } from "@/components/paradigms/paradigm-page";
import { nextPage } from "@/components/list/list-state";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Paradigm" };

export default async function ParadigmRoute({
  params,
  searchParams,
}: {
  params: Promise<{ lab: string; paradigm: string }>;
  searchParams: Promise<{ version?: string; against?: string }>;
}) {
  const { lab, paradigm } = await params;
  const search = await searchParams;
  const [version, against] = [versionOf(search.version), versionOf(search.against)];
  return (
    <Prefetched
      main={(trpc, client) =>
        client.fetchQuery(trpc.paradigms.get.queryOptions({ lab, paradigmId: paradigm, version, against }))
      }
      also={[
        (trpc, client) =>
          client.fetchInfiniteQuery(
            trpc.paradigms.history.infiniteQueryOptions(
              { lab, paradigmId: paradigm, limit: 20 },
              { getNextPageParam: nextPage },
            ),
          ),
      ]}
    >
      <ParadigmPage
        lab={lab}
        paradigm={paradigm}
        number={version}
        against={against}
        mayEdit={mayEdit(await labOf(lab))}
      />
    </Prefetched>
  );
}
