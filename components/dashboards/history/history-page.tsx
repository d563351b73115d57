"use client";
import { nextPage } from "@/components/list/list-state";
import { Paged } from "@/components/list/paged";
import { QueryState } from "@/components/list/query-state";
import { said } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { Button } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { useToast } from "@/components/ui/toast";
import { When } from "@/components/ui/when";
import type { DashboardSummary, DashboardVersion } from "@/contracts/dashboard";
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { differences } from "./difference";
import { DifferenceList } from "./difference-list";

/** Every version of a dashboard, what changed between any two, and the way back to each. */
export function HistoryPage({
  lab,
  dashboard: id,
  mayEdit,
}: {
  lab: string;
  dashboard: string;
  mayEdit: boolean;
}) {
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.dashboards.history.infiniteQueryOptions({ lab, id }, { getNextPageParam: nextPage }),
  );
  return (
    <Paged query={query} what="the history of this dashboard" noun="versions">
      {(versions, { dashboard, total }) => (
        <>
          <PageHead
            crumbs={[
              { label: "Dashboards", href: `/lab/${lab}/dashboards` },
              { label: dashboard.name, href: `/lab/${lab}/dashboards/${id}` },
            ]}
            title={`History of ${dashboard.name}`}
            facts={[`${total} ${total === 1 ? "version" : "versions"}`]}
          />
          <Versions lab={lab} dashboard={dashboard} versions={versions} mayEdit={mayEdit} />
        </>
      )}
    </Paged>
  );
}

function Versions({
  lab,
  dashboard,
  versions,
  mayEdit,
}: {
  lab: string;
  dashboard: DashboardSummary;
  versions: readonly DashboardVersion[];
  mayEdit: boolean;
}) {
  const trpc = useTRPC();
  const toast = useToast();
  const queryClient = useQueryClient();
  const pathname = usePathname();
  const search = useSearchParams();
  const { id } = dashboard;
  const chosen = (name: string, usual: number) => {
    const number = Number(search.get(name));
    return Number.isInteger(number) && number >= 1 && number <= latest ? number : usual;
  };
  const latest = dashboard.latest.number;
  const to = chosen("to", latest);
  const from = chosen("from", Math.max(1, latest - 1));
  const set = (name: "from" | "to", number: number) => {
    const params = new URLSearchParams({ from: String(from), to: String(to), [name]: String(number) });
    window.history.pushState(null, "", `${pathname}?${params}`);
  };
  const restore = useMutation(
    trpc.dashboards.restore.mutationOptions({
      onSuccess: async ({ latest }) => {
        await queryClient.invalidateQueries({ queryKey: trpc.dashboards.pathKey() });
        toast({
          title: `Version ${latest.number} is the newest now.`,
          description: `It says: ${latest.message}.`,
        });
      },
      onError: (error) =>
        toast({ tone: "danger", title: "The version was not restored.", description: said(error) }),
    }),
  );
  return (
    <div className="grid items-start gap-8 xl:grid-cols-2">
      <Table label="Versions">
        <thead>
          <tr>
            <Th>Version</Th>
            <Th>What is new</Th>
            <Th>Author</Th>
            <Th>Saved</Th>
            <Th>From</Th>
            <Th>To</Th>
            <Th>
              <span className="sr-only">Actions</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {versions.map(({ number, message, author, createdAt }) => (
            <Tr key={number}>
              <Td>
                <Link
                  href={`/lab/${lab}/dashboards/${id}?version=${number}`}
                  className="font-medium hover:underline"
                >
                  v{number}
                </Link>
              </Td>
              <Td className="min-w-40 break-words">
                {message || <span className="text-muted">nothing said</span>}
              </Td>
              <Td className="whitespace-nowrap">{author ?? "Phasic"}</Td>
              <Td className="whitespace-nowrap text-muted">
                <When date={createdAt} />
              </Td>
              {(["from", "to"] as const).map((side) => (
                <Td key={side}>
                  <input
                    type="radio"
                    name={side}
                    className="size-4 accent-accent"
                    aria-label={`Difference ${side} version ${number}`}
                    checked={(side === "from" ? from : to) === number}
                    onChange={() => set(side, number)}
                  />
                </Td>
              ))}
              <Td className="text-right">
                {mayEdit && number !== dashboard.latest.number && (
                  <Button
                    busy={restore.isPending}
                    aria-label={`Restore version ${number}`}
                    onClick={() => restore.mutate({ lab, id, number, revision: dashboard.draft.revision })}
                  >
                    Restore
                  </Button>
                )}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
      <section aria-labelledby="difference" className="flex min-w-0 flex-col gap-2">
        <h2 id="difference" className="font-semibold">
          From v{from} to v{to}
        </h2>
        {from === to ? (
          <p className="text-muted">Choose two versions in the table to see what changed between them.</p>
        ) : (
          <DifferenceOf lab={lab} id={id} from={from} to={to} />
        )}
      </section>
    </div>
  );
}

function DifferenceOf({ lab, id, from, to }: { lab: string; id: string; from: number; to: number }) {
  const trpc = useTRPC();
  const options = (number: number) =>
    trpc.dashboards.version.queryOptions({ lab, id, number }, { staleTime: Infinity });
  const before = useQuery(options(from));
  const after = useQuery(options(to));
  return (
    <QueryState query={before} what={`version ${from}`}>
      {(old) => (
        <QueryState query={after} what={`version ${to}`}>
          {(now) => <DifferenceList differences={differences(old.document, now.document)} />}
        </QueryState>
      )}
    </QueryState>
  );
}
