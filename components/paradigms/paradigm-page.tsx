"use client";
import { DiscussButton } from "@/components/comments/discuss-button";
import { Discussion } from "@/components/comments/discussion";
import { QueryState } from "@/components/list/query-state";
import { useTRPC } from "@/components/providers/trpc";
import { Badge } from "@/components/ui/badge";
import { Name } from "@/components/ui/name";
import { PageHead } from "@/components/ui/page-head";
import { When } from "@/components/ui/when";
import { useQuery } from "@tanstack/react-query";
import { ArmsTable } from "./arms-table";
import { Timeline } from "./timeline";

export function ParadigmPage({ lab, paradigm }: { lab: string; paradigm: string }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.paradigms.get.queryOptions({ lab, paradigmId: paradigm }));
  return (
    <QueryState query={query} what="this paradigm">
      {({ name, author, latest: { number, spec, createdAt, hash } }) => (
        <Discussion lab={lab} kind="paradigm" id={paradigm} version={number}>
          <PageHead
            crumbs={[{ label: "Paradigms", href: `/lab/${lab}/paradigms` }]}
            title={name}
            badge={<Badge tone="strong">v{number}</Badge>}
            facts={[
              <Name key="author" name={author} />,
              <When key="when" date={createdAt} />,
              `hash ${hash.slice(0, 16)}`,
            ]}
            actions={<DiscussButton />}
          />
          <div className="flex flex-col gap-8">
            <section aria-labelledby="task" className="flex flex-col gap-2">
              <h2 id="task" className="font-semibold">
                Task
              </h2>
              <p className="max-w-prose">{spec.meaning}</p>
              <p className="max-w-prose text-sm text-muted">{spec.citation}</p>
              <Timeline paradigm={spec} />
            </section>
            <section aria-labelledby="arms">
              <h2 id="arms" className="mb-2 font-semibold">
                Arms
              </h2>
              <ArmsTable paradigm={spec} />
            </section>
          </div>
        </Discussion>
      )}
    </QueryState>
  );
}
