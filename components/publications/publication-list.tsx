"use client";
import { nextPage } from "@/components/list/list-state";
import { Paged } from "@/components/list/paged";
import { useTRPC, useTRPCClient } from "@/components/providers/trpc";
import { useDeed } from "@/components/providers/use-deed";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { When } from "@/components/ui/when";
import type { PublicationSummary } from "@/contracts/publication";
import { useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { WithdrawDialog } from "./withdraw-dialog";

/** Everything that the lab published, with the way to a new version and to its end. */
export function PublicationList({ lab, mayPublish }: { lab: string; mayPublish: boolean }) {
  const trpc = useTRPC();
  const list = useInfiniteQuery(
    trpc.publications.list.infiniteQueryOptions({ lab }, { getNextPageParam: nextPage }),
  );
  return (
    <Paged query={list} what="the publications" noun="publications">
      {(publications) =>
        publications.length === 0 ? (
          <EmptyState title="This lab has published nothing yet.">
            A dashboard is published from its own page: “Publish”.
          </EmptyState>
        ) : (
          <ul className="flex flex-col">
            {publications.map((publication) => (
              <Publication key={publication.id} lab={lab} publication={publication} mayPublish={mayPublish} />
            ))}
          </ul>
        )
      }
    </Paged>
  );
}

function Publication({
  lab,
  publication,
  mayPublish,
}: {
  lab: string;
  publication: PublicationSummary;
  mayPublish: boolean;
}) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const deed = useDeed();
  const [withdrawing, setWithdrawing] = useState(false);
  const [all, setAll] = useState(false);
  const { id, address, dashboard, withdrawn, versions } = publication;
  const [{ title }] = versions;
  const path = `/p/${address}`;
  const refreshes = [trpc.publications.pathKey()];
  const restore = () =>
    void deed({
      does: () => client.publications.restore.mutate({ lab, id }),
      failed: `“${title}” stayed withdrawn.`,
      done: () => ({ title: `“${title}” is public again.` }),
      refreshes,
    });
  const withdraw = (reason: string) =>
    deed({
      does: () => client.publications.withdraw.mutate({ lab, id, reason }),
      failed: `“${title}” was not withdrawn.`,
      done: () => ({
        title: `“${title}” is withdrawn.`,
        description: "Its address says so, with your reason.",
        undo: restore,
      }),
      refreshes,
    });
  return (
    <li className="flex flex-col gap-2 border-t border-line py-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="flex min-w-0 flex-col gap-1">
          <h2 className="font-semibold break-words">
            {title} {withdrawn && <Badge tone="danger">withdrawn</Badge>}
          </h2>
          <p>
            <a href={path} className="text-accent underline">
              {path}
            </a>
          </p>
          {withdrawn && (
            <p className="text-sm text-muted">
              <When date={withdrawn.at} />: {withdrawn.reason}
            </p>
          )}
          {dashboard && (
            <p className="text-sm text-muted">
              of the dashboard{" "}
              <Link href={`/lab/${lab}/dashboards/${dashboard.id}`} className="underline">
                {dashboard.name}
              </Link>
              {" · "}
              <Link href={`/lab/${lab}/dashboards/${dashboard.id}/blind`} className="underline">
                blind review
              </Link>
            </p>
          )}
        </div>
        {mayPublish && (
          <div className="flex flex-wrap gap-2">
            {!withdrawn && dashboard && (
              <ButtonLink href={`/lab/${lab}/dashboards/${dashboard.id}/publish`}>New version</ButtonLink>
            )}
            {withdrawn ? (
              <Button onClick={restore}>Make public again</Button>
            ) : (
              <Button onClick={() => setWithdrawing(true)}>Withdraw</Button>
            )}
          </div>
        )}
      </div>
      {all ? (
        <EveryVersion lab={lab} publication={publication} />
      ) : (
        <Versions of={publication} versions={versions} />
      )}
      {!all && publication.versionCount > versions.length && (
        <Button look="quiet" className="self-start" onClick={() => setAll(true)}>
          Show all {publication.versionCount} versions
        </Button>
      )}
      <WithdrawDialog title={title} open={withdrawing} onOpenChange={setWithdrawing} onWithdraw={withdraw} />
    </li>
  );
}

function EveryVersion({ lab, publication }: { lab: string; publication: PublicationSummary }) {
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.publications.history.infiniteQueryOptions(
      { lab, id: publication.id },
      { getNextPageParam: nextPage },
    ),
  );
  return (
    <Paged query={query} what="the versions" noun="versions" waiting={<Skeleton className="h-24" />}>
      {(versions) => <Versions of={publication} versions={versions} />}
    </Paged>
  );
}

function Versions({
  of: { address, withdrawn },
  versions,
}: {
  of: PublicationSummary;
  versions: PublicationSummary["versions"];
}) {
  return (
    <ol className="text-sm">
      {versions.map(({ number, notes, author, publishedAt }) => (
        <li key={number}>
          {withdrawn ? (
            `Version ${number}`
          ) : (
            <a href={`/p/${address}/v/${number}`} className="text-accent underline">
              Version {number}
            </a>
          )}
          , <When date={publishedAt} />
          {author && `, by ${author}`}
          {notes && `: ${notes}`}
        </li>
      ))}
    </ol>
  );
}
