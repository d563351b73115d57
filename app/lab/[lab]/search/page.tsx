import { Prefetched } from "@/app/_page/prefetched";
import { labOf } from "@/app/_page/visitor";
import { SearchPage } from "@/components/search/search-page";
import { PageHead } from "@/components/ui/page-head";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Search" };

export default async function SearchRoute({
  params,
  searchParams,
}: {
  params: Promise<{ lab: string }>;
  searchParams: Promise<{ q?: string; tag?: string }>;
}) {
  const { lab: slug } = await params;
  await labOf(slug);
  const { q, tag } = await searchParams;
  const question = { lab: slug, text: String(q ?? "").trim(), tag: tag ? String(tag) : null };
  return (
    <Prefetched also={[(trpc, client) => client.fetchQuery(trpc.search.everywhere.queryOptions(question))]}>
      <PageHead title="Search" />
      <SearchPage lab={slug} />
    </Prefetched>
  );
}
