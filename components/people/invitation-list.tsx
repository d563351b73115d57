"use client";
import { nextPage } from "@/components/list/list-state";
import { Paged } from "@/components/list/paged";
import { said } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { useToast } from "@/components/ui/toast";
import { When } from "@/components/ui/when";
import type { LabSummary } from "@/contracts/lab";
import type { InvitationState, InvitationSummary } from "@/contracts/member";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { InviteDialog } from "./invite-dialog";

const words: Record<InvitationState, string> = {
  open: "open",
  accepted: "accepted",
  expired: "expired",
  revoked: "revoked",
  void: "void: whoever made it is no owner any more",
};

/** Every invitation with what became of it, for owners. */
export function InvitationList({ lab }: { lab: LabSummary }) {
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.invitations.list.infiniteQueryOptions({ lab: lab.slug, limit: 20 }, { getNextPageParam: nextPage }),
  );
  return (
    <section aria-labelledby="invitations" className="flex max-w-4xl flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="invitations" className="font-semibold">
          Invitations
        </h2>
        <InviteDialog lab={lab} mail={query.data?.pages[0].mail ?? false} />
      </div>
      <Paged query={query} what="the invitations of this lab" noun="invitations">
        {(invitations) =>
          invitations.length === 0 ? (
            <EmptyState title="Nobody was invited yet">
              An invitation is a link that lets one person in, once. They sign in or make an account, and are
              in the lab with the role that you chose.
            </EmptyState>
          ) : (
            <Table label="Invitations">
              <thead>
                <tr>
                  <Th>For</Th>
                  <Th>Role</Th>
                  <Th>State</Th>
                  <Th>By</Th>
                  <Th>Made</Th>
                  <Th>Ends</Th>
                  <Th>
                    <span className="sr-only">Revoke</span>
                  </Th>
                </tr>
              </thead>
              <tbody>
                {invitations.map((one) => (
                  <Row key={one.id} lab={lab.slug} invitation={one} />
                ))}
              </tbody>
            </Table>
          )
        }
      </Paged>
    </section>
  );
}

function Row({ lab, invitation }: { lab: string; invitation: InvitationSummary }) {
  const { id, role, email, state, author, createdAt, expiresAt, acceptedBy } = invitation;
  const trpc = useTRPC();
  const toast = useToast();
  const queryClient = useQueryClient();
  const revoke = useMutation(
    trpc.invitations.revoke.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.invitations.list.pathKey() }),
      onError: (error) =>
        toast({ title: "The invitation was not revoked.", description: said(error), tone: "danger" }),
    }),
  );
  return (
    <Tr>
      <Td className="min-w-36 break-words">{acceptedBy ?? email ?? "whoever has the link"}</Td>
      <Td>{role}</Td>
      <Td>
        <Badge tone={state === "open" ? "strong" : "plain"}>{words[state]}</Badge>
      </Td>
      <Td className="whitespace-nowrap">{author}</Td>
      <Td className="whitespace-nowrap text-muted">
        <When date={createdAt} />
      </Td>
      <Td className="whitespace-nowrap text-muted">
        <When date={expiresAt} />
      </Td>
      <Td className="text-right">
        {state === "open" && (
          <Button
            look="quiet"
            busy={revoke.isPending}
            aria-label={`Revoke the invitation for ${email ?? "whoever has the link"}, ${role}`}
            onClick={() => revoke.mutate({ lab, id })}
          >
            Revoke
          </Button>
        )}
      </Td>
    </Tr>
  );
}
