"use client";
import { nextPage } from "@/components/list/list-state";
import { Paged } from "@/components/list/paged";
import { useTRPC, useTRPCClient } from "@/components/providers/trpc";
import { useDeed } from "@/components/providers/use-deed";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { When } from "@/components/ui/when";
import type { LabSummary } from "@/contracts/lab";
import { objectTitle } from "@/contracts/object";
import type { ReceivedShare } from "@/contracts/share";
import { useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { GiveBack } from "./give-back";
import { consentWords, levelWords } from "./terms-words";

/** What other labs share with this one; above it, for those who may accept, what they offer. */
export function ReceivedList({ lab }: { lab: LabSummary }) {
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.shares.received.infiniteQueryOptions({ lab: lab.slug }, { getNextPageParam: nextPage }),
  );
  const mayManage = lab.role === "owner" || lab.role === "editor";
  return (
    <Paged query={query} what="what other labs share with this one" noun="shares">
      {(all) => {
        const offered = all.filter(({ state }) => state === "offered");
        const accepted = all.filter(({ state }) => state === "accepted");
        return (
          <div className="flex flex-col gap-8">
            {offered.length > 0 && <Offers lab={lab} offered={offered} />}
            {accepted.length > 0 && <Accepted lab={lab} accepted={accepted} mayManage={mayManage} />}
            {all.length === 0 && (
              <EmptyState title="No other lab shares anything with this one">
                What another lab offers to {lab.name} (its address is {lab.slug}) stands here, and opens once
                an owner or editor of {lab.name} accepts.
              </EmptyState>
            )}
          </div>
        );
      }}
    </Paged>
  );
}

function Offers({ lab, offered }: { lab: LabSummary; offered: readonly ReceivedShare[] }) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const deed = useDeed();
  const refreshes = [trpc.shares.pathKey()];
  const accept = (id: string, from: string) =>
    void deed({
      does: () => client.shares.accept.mutate({ lab: lab.slug, id }),
      failed: "It was not accepted.",
      done: () => ({ title: `Everybody in ${lab.name} sees now what ${from} shares.` }),
      refreshes,
    });
  const decline = (id: string, from: string) =>
    void deed({
      does: () => client.shares.end.mutate({ lab: lab.slug, id }),
      failed: "It was not declined.",
      done: () => ({ title: `What ${from} offered is declined.` }),
      refreshes,
    });
  return (
    <section aria-labelledby="offered" className="flex flex-col gap-2">
      <h2 id="offered" className="font-semibold">
        Offered
      </h2>
      <ul className="flex max-w-4xl flex-col gap-2">
        {offered.map((one) => (
          <li
            key={one.id}
            className="flex flex-wrap items-start justify-between gap-2 rounded border border-line p-3"
          >
            <div className="min-w-0">
              <p>
                <bdi className="font-medium">{one.from}</bdi> offers the{" "}
                {objectTitle[one.object.ref.kind].toLowerCase()}{" "}
                <bdi className="font-medium">“{one.object.name ?? "not there any more"}”</bdi>
              </p>
              <p className="text-sm text-muted">
                {levelWords[one.level]}; {consentWords(one)}; {one.licence}; open until{" "}
                <When exact date={one.offeredUntil} />
              </p>
            </div>
            <div className="flex gap-2">
              <Button
                look="primary"
                aria-label={`Accept “${one.object.name}”`}
                onClick={() => accept(one.id, one.from)}
              >
                Accept
              </Button>
              <Button aria-label={`Decline “${one.object.name}”`} onClick={() => decline(one.id, one.from)}>
                Decline
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Accepted({
  lab,
  accepted,
  mayManage,
}: {
  lab: LabSummary;
  accepted: readonly ReceivedShare[];
  mayManage: boolean;
}) {
  const [ending, setEnding] = useState<ReceivedShare | null>(null);
  return (
    <>
      <Table label="Shared with us" className="max-w-5xl">
        <thead>
          <tr>
            <Th>Name</Th>
            <Th>Kind</Th>
            <Th>From</Th>
            <Th>We may</Th>
            <Th>Licence</Th>
            <Th>Since</Th>
            {mayManage && (
              <Th>
                <span className="sr-only">Give back</span>
              </Th>
            )}
          </tr>
        </thead>
        <tbody>
          {accepted.map((one) => (
            <Tr key={one.id}>
              <Td className="font-medium">
                {one.object.href ? (
                  <Link href={one.object.href} className="underline-offset-2 hover:underline">
                    <bdi>{one.object.name}</bdi>
                  </Link>
                ) : (
                  <span className="text-muted">not there now: it is in their trash</span>
                )}
              </Td>
              <Td>{objectTitle[one.object.ref.kind]}</Td>
              <Td>
                <bdi>{one.from}</bdi>
              </Td>
              <Td>
                {levelWords[one.level]}; it {consentWords(one)}
              </Td>
              <Td>{one.licence}</Td>
              <Td className="whitespace-nowrap text-muted">
                {one.acceptedAt && <When date={one.acceptedAt} />}
              </Td>
              {mayManage && (
                <Td className="text-right">
                  <Button
                    look="quiet"
                    aria-label={`Give back “${one.object.name ?? one.from}”`}
                    onClick={() => setEnding(one)}
                  >
                    Give back
                  </Button>
                </Td>
              )}
            </Tr>
          ))}
        </tbody>
      </Table>
      {ending && <GiveBack lab={lab} share={ending} onClose={() => setEnding(null)} />}
    </>
  );
}
