import { Prefetched } from "@/app/_page/prefetched";
import { labOf, mayEdit } from "@/app/_page/visitor";
import { ParadigmPage } from "@/components/paradigms/paradigm-page";
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
  const { version, against } = await searchParams;
  return (
    <Prefetched
      main={(trpc, client) =>
        client.fetchQuery(trpc.paradigms.get.queryOptions({ lab, paradigmId: paradigm }))
      }
    >
      <ParadigmPage
        lab={lab}
        paradigm={paradigm}
        number={Number(version) || null}
        against={Number(against) || null}
        mayEdit={mayEdit(await labOf(lab))}
      />
    </Prefetched>
  );
}
