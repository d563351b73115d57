"use client";
import { said } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { LiveButton } from "@/components/ui/live-button";
import { ButtonLink } from "@/components/ui/button-link";
import { Problem } from "@/components/ui/problem";
import { useMutation } from "@tanstack/react-query";

export function ConfirmEmailForm({ whose }: { whose: { name: string; email: string } }) {
  const trpc = useTRPC();
  const confirm = useMutation(trpc.account.confirmEmail.mutationOptions());
  if (confirm.data?.done)
    return (
      <>
        <p role="status">
          <span className="break-all">{whose.email}</span> is the verified address of this account. Sign in
          with it.
        </p>
        <ButtonLink href="/account#sign-in">Your account</ButtonLink>
      </>
    );
  return (
    <>
      <p>
        <span className="font-medium break-all">{whose.email}</span> becomes the address of the account of{" "}
        <bdi className="font-medium">{whose.name}</bdi>.
      </p>
      {confirm.error && <Problem title="The address is as it was.">{said(confirm.error)}</Problem>}
      {confirm.data?.done === false && (
        <Problem title="This link works no more.">Ask for another one on the page of your account.</Problem>
      )}
      <LiveButton look="primary" busy={confirm.isPending} onClick={() => confirm.mutate()}>
        Confirm the address
      </LiveButton>
    </>
  );
}
