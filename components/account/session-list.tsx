"use client";
import { nextPage } from "@/components/list/list-state";
import { Paged } from "@/components/list/paged";
import { said } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { showingWithout } from "@/components/providers/use-deed";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { useToast } from "@/components/ui/toast";
import { When } from "@/components/ui/when";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { deviceOf } from "./device";

/** Browsers in which the person is signed in; ended, each is out at its next request and its live updates stop at once. */
export function SessionList() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const query = useInfiniteQuery(
    trpc.account.sessions.infiniteQueryOptions({}, { getNextPageParam: nextPage }),
  );
  const queryKey = trpc.account.sessions.pathKey();
  const again = () => queryClient.invalidateQueries({ queryKey });
  const onError = (error: { message: string; data?: unknown }) => {
    toast({ title: "Nothing was ended.", description: said(error), tone: "danger" });
    void again();
  };
  const end = useMutation(
    trpc.account.endSession.mutationOptions({
      onMutate: ({ id }) => void showingWithout(queryKey, id)(queryClient),
      onError,
      onSuccess: again,
    }),
  );
  const endOthers = useMutation(trpc.account.endOtherSessions.mutationOptions({ onError, onSuccess: again }));
  return (
    <Paged query={query} what="your sessions" noun="sessions">
      {(sessions) => (
        <div className="flex flex-col items-start gap-3">
          <Table label="Sessions" className="w-full">
            <thead>
              <tr>
                <Th>Browser</Th>
                <Th className="max-sm:hidden">Signed in</Th>
                <Th>Last seen</Th>
                <Th>
                  <span className="sr-only">End</span>
                </Th>
              </tr>
            </thead>
            <tbody>
              {sessions.map(({ id, userAgent, createdAt, seenAt, current }) => (
                <Tr key={id}>
                  <Td>
                    <span className="flex flex-wrap items-center gap-2">
                      {deviceOf(userAgent)}
                      {current && <Badge tone="strong">this one</Badge>}
                    </span>
                  </Td>
                  <Td className="text-muted max-sm:hidden">
                    <When date={createdAt} />
                  </Td>
                  <Td className="text-muted">{current ? "now" : <When date={seenAt} />}</Td>
                  <Td className="text-right">
                    {current ? (
                      <ButtonLink href="/sign-out">Sign out</ButtonLink>
                    ) : (
                      <Button
                        aria-label={`End the session of ${deviceOf(userAgent)}`}
                        onClick={() => end.mutate({ id })}
                      >
                        End
                      </Button>
                    )}
                  </Td>
                </Tr>
              ))}
            </tbody>
          </Table>
          {sessions.length > 1 && (
            <Button busy={endOthers.isPending} onClick={() => endOthers.mutate()}>
              End all others
            </Button>
          )}
        </div>
      )}
    </Paged>
  );
}
