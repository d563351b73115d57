"use client";
import { QueryState } from "@/components/list/query-state";
import { useTRPC } from "@/components/providers/trpc";
import { useToast } from "@/components/ui/toast";
import { When } from "@/components/ui/when";
import type { AccountProfile } from "@/contracts/account";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { signIn } from "next-auth/react";
import { ProofDialog } from "./proof-dialog";

/** Places elsewhere that let the person in here, and those that could. */
export function LinkedPlaces({ profile }: { profile: AccountProfile }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const query = useQuery(trpc.account.signInWays.queryOptions());
  const unlink = useMutation(trpc.account.unlink.mutationOptions());
  const start = useMutation(trpc.account.startLink.mutationOptions());
  const proof = { email: profile.email, hasPassword: profile.hasPassword, disabled: profile.isShared };
  return (
    <QueryState query={query} what="your ways to sign in">
      {({ linked, others }) => (
        <>
          {linked.map(({ id, name, label, usedAt }) => (
            <div key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <span className="min-w-0 flex-1 basis-64">
                {name} <span className="break-all text-muted">{label}</span>
                <span className="text-muted">
                  , used <When date={usedAt} />
                </span>
              </span>
              <ProofDialog
                {...proof}
                button={`Unlink ${name}`}
                title={`Unlink ${name}`}
                description={`You can no longer sign in with ${name}.`}
                deed="Unlink"
                failed="It is still linked."
                attempt={unlink}
                onSend={(password, done) =>
                  unlink.mutate(
                    { id, password },
                    {
                      onSuccess: () => {
                        done();
                        toast({ title: `${name} is unlinked.` });
                        void queryClient.invalidateQueries({ queryKey: trpc.account.pathKey() });
                      },
                    },
                  )
                }
              />
            </div>
          ))}
          {others.map(({ id, name }) => (
            <div key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <span className="flex-1 basis-64">{name}</span>
              <ProofDialog
                {...proof}
                button={`Link ${name}`}
                title={`Link ${name}`}
                description={`You go to ${name} and come back here. From then on you can sign in with it too.`}
                deed={`Go to ${name}`}
                failed="Nothing was linked."
                attempt={start}
                onSend={(password, done) =>
                  start.mutate(
                    { provider: id, password },
                    {
                      onSuccess: ({ started }) => {
                        if (started) return void signIn(id, { callbackUrl: "/account" });
                        done();
                        toast({ title: `This server does not know ${name} any more.`, tone: "danger" });
                      },
                    },
                  )
                }
              />
            </div>
          ))}
        </>
      )}
    </QueryState>
  );
}
