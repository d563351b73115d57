import { Prefetched } from "@/app/_page/prefetched";
import { person } from "@/app/_page/visitor";
import { AccountPage } from "@/components/account/account-page";
import { serverCaller } from "@/server/caller";
import { nextPage } from "@/components/list/list-state";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Account" };

export default async function Page({
  searchParams,
}: {
  searchParams: Promise<{ place?: string | string[] }>;
}) {
  await person("/account");
  const { place } = await searchParams;
  const { labs } = await (await serverCaller()).account.me();
  return (
    <Prefetched
      also={[
        (trpc, client) => client.fetchQuery(trpc.account.profile.queryOptions()),
        (trpc, client) => client.fetchQuery(trpc.account.signInWays.queryOptions()),
        (trpc, client) => client.fetchQuery(trpc.preferences.get.queryOptions()),
        (trpc, client) =>
          client.fetchInfiniteQuery(
            trpc.account.sessions.infiniteQueryOptions({}, { getNextPageParam: nextPage }),
          ),
      ]}
    >
      <AccountPage labs={labs} place={typeof place === "string" ? place : undefined} />
    </Prefetched>
  );
}
