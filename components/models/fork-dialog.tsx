"use client";
import { said } from "@/components/list/said";
import { useTRPC, useTRPCClient } from "@/components/providers/trpc";
import { useShare } from "@/components/sharing/share-context";
import { Button } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { cut } from "@/components/ui/cut";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { ModelVersion } from "@/contracts/model";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";

/** A fork is a model of its own that remembers where it came from; of what another lab shares, in the person's own lab. */
export function ForkDialog({ lab, version }: { lab: string; version: ModelVersion }) {
  const [open, setOpen] = useState(false);
  const [name, setName] = useState(`${cut(version.modelName, 110)}, fork`);
  const trpc = useTRPC();
  const client = useTRPCClient();
  const share = useShare();
  const into = share?.lab.slug ?? lab;
  const router = useRouter();
  const queryClient = useQueryClient();
  const fork = useMutation({
    mutationFn: () => {
      const wanted = { lab: into, versionId: version.id, name };
      return share
        ? client.shares.fork.mutate({ ...wanted, id: share.id })
        : client.models.fork.mutate(wanted);
    },
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries({ queryKey: trpc.models.list.pathKey() });
      router.push(`/lab/${into}/models/${id}`);
      setOpen(false);
    },
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{share ? `Fork into ${cut(share.lab.name, 30)}` : "Fork"}</Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={`Fork ${version.modelName} v${version.number}`}
        description={`Makes a new model${share ? ` in ${share.lab.name}` : ""} with the same theory, role and values. The original stays as it is.`}
      >
        <form
          noValidate
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            fork.mutate();
          }}
        >
          <Field label="Name of the new model" error={fork.error && said(fork.error)}>
            {(control) => (
              <Input
                {...control}
                value={name}
                maxLength={120}
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
          <SubmitButton busy={fork.isPending} className="self-start">
            Fork
          </SubmitButton>
        </form>
      </Dialog>
    </>
  );
}
