"use client";
import { said } from "@/components/list/said";
import { useTRPC, useTRPCClient } from "@/components/providers/trpc";
import { Button } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { EmptyState } from "@/components/ui/empty-state";
import { Problem } from "@/components/ui/problem";
import { When } from "@/components/ui/when";
import type { BlindCopy } from "@/contracts/blind";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { LinkFields, usualLink } from "./link-fields";
import { LinkTable } from "./link-table";
import { ShownLink } from "./shown-link";

export function CopyList({
  lab,
  dashboard,
  copies,
  mayMake,
}: {
  lab: string;
  dashboard: string;
  copies: readonly BlindCopy[];
  mayMake: boolean;
}) {
  if (copies.length === 0)
    return (
      <EmptyState title="No reviewer has a copy of this dashboard yet.">
        A blind copy shows the same figures and numbers, with names and hashes of its own and nobody named.
      </EmptyState>
    );
  return (
    <ul className="flex flex-col gap-6">
      {copies.map((copy) => (
        <li key={copy.id} className="flex flex-col gap-2">
          <h2 className="font-semibold break-words">{copy.title}</h2>
          <p className="text-sm text-muted">
            Blind copy of version {copy.dashboardVersion}, made <When date={copy.createdAt} />
            {copy.author && ` by ${copy.author}`}
          </p>
          <LinkTable lab={lab} dashboard={dashboard} copy={copy} mayMake={mayMake} />
          {mayMake && <AnotherLink lab={lab} copy={copy} />}
        </li>
      ))}
    </ul>
  );
}

function AnotherLink({ lab, copy }: { lab: string; copy: BlindCopy }) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const [link, setLink] = useState(usualLink);
  const [isOpen, setOpen] = useState(false);
  const add = useMutation({
    mutationFn: () => client.blind.addLink.mutate({ lab, copy: copy.id, ...link }),
    onSuccess: async () => {
      setOpen(false);
      await queryClient.invalidateQueries({ queryKey: trpc.blind.pathKey() });
    },
  });
  return (
    <div className="flex flex-col gap-2">
      {add.data && !isOpen && <ShownLink url={add.data.url} />}
      {isOpen ? (
        <form
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            add.mutate();
          }}
        >
          <LinkFields link={link} onChange={setLink} />
          {add.error && <Problem title="No link was made.">{said(add.error)}</Problem>}
          <div className="flex gap-2">
            <SubmitButton busy={add.isPending}>Make the link</SubmitButton>
            <Button look="quiet" onClick={() => setOpen(false)}>
              Not now
            </Button>
          </div>
        </form>
      ) : (
        <Button className="self-start" onClick={() => setOpen(true)}>
          A link for another reviewer
        </Button>
      )}
    </div>
  );
}
