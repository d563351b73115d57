"use client";
import { TakeAwayContext } from "@/components/charts/figure/take-away";
import { isMissing } from "@/components/list/said";
import { MemberProvider } from "@/components/people/member";
import { useTRPC, useTRPCClient } from "@/components/providers/trpc";
import { CrumbsContext } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { LabSummary } from "@/contracts/lab";
import { uses } from "@/contracts/licence";
import type { OpenShare } from "@/contracts/share";
import { useQuery } from "@tanstack/react-query";
import { Handshake } from "lucide-react";
import { useMemo, type ReactNode } from "react";
import { ShareContext, type SharedHere } from "./share-context";
import { wordsOfUse } from "./terms-words";

/** Around every page of what another lab shares: whose it is, what is allowed, and nothing any more once that has ended. */
export function SharedPlace({
  lab,
  place,
  person,
  initial,
  children,
}: {
  lab: LabSummary;
  place: string;
  person: { id: string; name: string };
  initial: OpenShare;
  children: ReactNode;
}) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const query = useQuery(
    trpc.shares.open.queryOptions({ lab: place }, { initialData: initial, refetchOnMount: "always" }),
  );
  const open = query.data;
  const here = useMemo((): SharedHere => {
    const makes = lab.role === "owner" || lab.role === "editor";
    return { ...open, lab, mayFork: makes && open.refusals.fork === null };
  }, [open, lab]);
  const taking = useMemo(
    () => ({
      refusal: open.refusals.export,
      ask: (what: string) => client.shares.takeAway.mutate({ lab: place, what }),
    }),
    [open, client, place],
  );
  const list = `/lab/${lab.slug}/shared`;
  const crumbs = useMemo(
    () => [
      { label: "Shared with us", href: list },
      { label: open.object.name, href: open.object.href },
    ],
    [list, open],
  );
  if (query.isError && isMissing(query.error))
    return (
      <>
        <h1 className="mb-4 text-lg">{initial.object.name}</h1>
        <EmptyState
          title={`“${initial.object.name}” is not shared with ${lab.name} any more`}
          action={<ButtonLink href={list}>What is shared with us</ButtonLink>}
        >
          {initial.from} ended it, or it is in their trash, or your lab gave it back.
        </EmptyState>
      </>
    );
  return (
    <MemberProvider
      member={{ ...person, role: open.mayComment && lab.role !== "viewer" ? "commenter" : "viewer" }}
    >
      <ShareContext value={here}>
        <TakeAwayContext value={taking}>
          <CrumbsContext value={crumbs}>
            <Said open={open} />
            {children}
          </CrumbsContext>
        </TakeAwayContext>
      </ShareContext>
    </MemberProvider>
  );
}

function Said({ open: { from, licence, mayComment, refusals } }: { open: OpenShare }) {
  const allowed = uses.filter((use) => refusals[use] === null).map((use) => wordsOfUse[use].done);
  return (
    <p
      role="note"
      className="mb-4 flex items-start gap-2 rounded border border-line bg-wash px-3 py-2 text-sm text-muted"
    >
      <Handshake size={16} aria-hidden className="mt-0.5 shrink-0" />
      <span>
        <bdi className="font-medium text-ink">{from}</bdi> shares this with your lab, under {licence}. You may
        read{mayComment && " and comment"}; it may{" "}
        {allowed.length > 0 ? `be ${allowed.join(", ")}` : "not be forked, exported or published"}.
      </span>
    </p>
  );
}
