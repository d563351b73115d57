import { Prefetched } from "@/app/_page/prefetched";
import { ParadigmPage } from "@/components/paradigms/paradigm-page";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Paradigm" };

export default async function ParadigmRoute({
  params,
}: {
  params: Promise<{ lab: string; paradigm: string }>;
}) {
  const { lab, paradigm } = await params;
  return (
    <Prefetched
      main={(trpc, client) =>
        client.fetchQuery(trpc.paradigms.get.queryOptions({ lab, paradigmId: paradigm }))
      }
    >
      <ParadigmPage lab={lab} paradigm={paradigm} />
    </Prefetched>
  );
}
