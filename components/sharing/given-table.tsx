"use client";
import { nextPage } from "@/components/list/list-state";
import { Paged } from "@/components/list/paged";
import { useTRPC } from "@/components/providers/trpc";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { When } from "@/components/ui/when";
import type { LabSummary } from "@/contracts/lab";
import { objectTitle } from "@/contracts/object";
import type { ShareSummary } from "@/contracts/share";
import { useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { ChangeTerms } from "./change-terms";
import { Departures } from "./departures";
import { RevokeShare } from "./revoke-share";
import { consentWords, levelWords, stateWords, whom } from "./terms-words";

const isOpen = ({ state }: ShareSummary) => state === "offered" || state === "accepted";

/** Every grant that this lab ever gave, those that ended included, with what has left through each. */
export function GivenTable({ lab }: { lab: LabSummary }) {
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.shares.given.infiniteQueryOptions({ lab: lab.slug }, { getNextPageParam: nextPage }),
  );
  const mayManage = lab.role === "owner" || lab.role === "editor";
  const [doing, setDoing] = useState<{ share: ShareSummary; deed: "change" | "revoke" } | null>(null);
  const done = () => setDoing(null);
  return (
    <Paged query={query} what="what this lab shares" noun="shares">
      {(all) =>
        all.length === 0 ? (
          <EmptyState title="Nothing has been shared with another lab">
            Open a model, experiment, run, dataset, comparison or dashboard, and choose Share.
          </EmptyState>
        ) : (
          <>
            <Table label="What we share" className="max-w-6xl">
              <thead>
                <tr>
                  <Th>What</Th>
                  <Th>With</Th>
                  <Th>They may</Th>
                  <Th>State</Th>
                  <Th>By</Th>
                  <Th>What has left</Th>
                  {mayManage && (
                    <Th>
                      <span className="sr-only">Change or stop</span>
                    </Th>
                  )}
                </tr>
              </thead>
              <tbody>
                {all.map((share) => (
                  <Tr key={share.id}>
                    <Td>
                      {share.object.href ? (
                        <Link
                          href={share.object.href}
                          className="font-medium underline-offset-2 hover:underline"
                        >
                          <bdi>{share.object.name}</bdi>
                        </Link>
                      ) : (
                        <span className="text-muted">not there any more</span>
                      )}
                      <span className="block text-sm text-muted">{objectTitle[share.object.ref.kind]}</span>
                    </Td>
                    <Td>
                      <bdi>{whom(share)}</bdi>
                    </Td>
                    <Td>
                      {levelWords[share.level]}
                      <span className="block text-sm text-muted">
                        {consentWords(share)}; {share.licence}
                      </span>
                    </Td>
                    <Td>
                      <Badge tone={share.state === "accepted" ? "strong" : "plain"}>
                        {stateWords[share.state]}
                      </Badge>
                      <span className="block text-sm text-muted">
                        <When date={share.endedAt ?? share.acceptedAt ?? share.createdAt} />
                      </span>
                    </Td>
                    <Td className="whitespace-nowrap">
                      <bdi>{share.author ?? "Phasic"}</bdi>
                    </Td>
                    <Td>
                      {share.departures > 0 ? (
                        <Left lab={lab.slug} share={share} />
                      ) : (
                        <span className="text-muted">nothing</span>
                      )}
                    </Td>
                    {mayManage && (
                      <Td className="text-right whitespace-nowrap">
                        {isOpen(share) && (
                          <>
                            <Button
                              look="quiet"
                              aria-label={`Change what ${whom(share)} may do with “${share.object.name}”`}
                              onClick={() => setDoing({ share, deed: "change" })}
                            >
                              Change
                            </Button>
                            <Button
                              look="quiet"
                              aria-label={`Stop sharing “${share.object.name}” with ${whom(share)}`}
                              onClick={() => setDoing({ share, deed: "revoke" })}
                            >
                              Stop
                            </Button>
                          </>
                        )}
                      </Td>
                    )}
                  </Tr>
                ))}
              </tbody>
            </Table>
            {doing && (
              <Dialog
                open
                onOpenChange={(open) => !open && done()}
                title={doing.share.object.name ? `“${doing.share.object.name}”` : "What is shared"}
              >
                {doing.deed === "change" ? (
                  <ChangeTerms lab={lab.slug} share={doing.share} onDone={done} />
                ) : (
                  <RevokeShare lab={lab.slug} share={doing.share} onDone={done} />
                )}
              </Dialog>
            )}
          </>
        )
      }
    </Paged>
  );
}

/** How many things left; opened, which. */
function Left({ lab, share: { id, departures } }: { lab: string; share: ShareSummary }) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="cursor-pointer">{departures}</summary>
      {open && <Departures lab={lab} share={id} />}
    </details>
  );
}
