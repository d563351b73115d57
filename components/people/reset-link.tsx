"use client";
import { said } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Problem } from "@/components/ui/problem";
import { When } from "@/components/ui/when";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";

/** An owner helps a member who forgot their password: a link, shown once. */
export function ResetLink({ lab, member }: { lab: string; member: { userId: string; name: string } }) {
  const trpc = useTRPC();
  const [open, setOpen] = useState(false);
  const make = useMutation(trpc.account.makeResetLink.mutationOptions());
  return (
    <>
      <Button
        onClick={() => {
          setOpen(true);
          make.reset();
        }}
      >
        New password
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={`A new password for ${member.name}`}
        description="Makes a link by which the member chooses a new password. Whoever has the link can sign in as them: give it to nobody else."
      >
        {make.data ? (
          <div className="flex flex-col gap-3">
            <Input
              readOnly
              aria-label="Link"
              value={make.data.url}
              onFocus={(event) => event.target.select()}
            />
            <div className="flex flex-wrap items-center gap-3">
              <CopyButton text={make.data.url} label="Copy the link" />
              <span className="text-muted">
                Works once, until <When exact date={make.data.expiresAt} />. It is not shown again.
              </span>
            </div>
          </div>
        ) : (
          <>
            {make.error && <Problem title="No link was made.">{said(make.error)}</Problem>}
            <Button
              look="primary"
              className="self-start"
              busy={make.isPending}
              onClick={() => make.mutate({ lab, userId: member.userId })}
            >
              Make the link
            </Button>
          </>
        )}
      </Dialog>
    </>
  );
}
