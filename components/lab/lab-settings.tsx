"use client";
import { fieldSaid, said } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { Button } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Problem } from "@/components/ui/problem";
import { useToast } from "@/components/ui/toast";
import type { LabSummary } from "@/contracts/lab";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import Link from "next/link";
import { useState } from "react";
import { arrive } from "../people/enter";
import { DeleteLab } from "./delete-lab";
import { LabArchives } from "./lab-archives";

export function LabSettings({ lab }: { lab: LabSummary }) {
  return (
    <div className="flex max-w-xl flex-col gap-8">
      {lab.role === "owner" && <Rename lab={lab} />}
      {lab.role === "owner" && <LabArchives lab={lab.slug} />}
      <Leave lab={lab} />
      {lab.role === "owner" && !lab.isDemonstration && <DeleteLab lab={lab} />}
    </div>
  );
}

function Rename({ lab }: { lab: LabSummary }) {
  const trpc = useTRPC();
  const toast = useToast();
  const router = useRouter();
  const [name, setName] = useState(lab.name);
  const rename = useMutation(
    trpc.labs.rename.mutationOptions({
      onSuccess: (after) => {
        router.refresh();
        toast({ title: `The lab is called ${after.name} now.` });
      },
    }),
  );
  return (
    <form
      noValidate
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        rename.mutate({ lab: lab.slug, name });
      }}
    >
      <Field
        label="Name"
        hint={`Its address stays /lab/${lab.slug}.`}
        error={fieldSaid(rename.error, "name")}
      >
        {(control) => (
          <Input
            {...control}
            value={name}
            maxLength={120}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      {rename.error && <Problem title="The name was not changed.">{said(rename.error)}</Problem>}
      <SubmitButton
        className="self-start"
        busy={rename.isPending}
        disabled={name.trim() === lab.name || !name.trim()}
      >
        Rename
      </SubmitButton>
    </form>
  );
}

function Leave({ lab }: { lab: LabSummary }) {
  const trpc = useTRPC();
  const [asked, setAsked] = useState(false);
  const leave = useMutation(trpc.labs.leave.mutationOptions({ onSuccess: () => arrive("/") }));
  return (
    <section aria-labelledby="leave" className="flex flex-col gap-2">
      <h2 id="leave" className="font-semibold">
        Leave this lab
      </h2>
      <p className="text-muted">
        What you made stays the lab&apos;s, under your name. If it should not publish it, say so before, under{" "}
        <Link href={`/lab/${lab.slug}/publications`} className="underline">
          Publications
        </Link>
        .
      </p>
      <Button look="danger" className="self-start" onClick={() => setAsked(true)}>
        Leave
      </Button>
      <Dialog
        open={asked}
        onOpenChange={setAsked}
        title={`Leave ${lab.name}`}
        description="You see nothing of it any more. To come back you need a new invitation."
      >
        {leave.error && <Problem title="You are still a member.">{said(leave.error)}</Problem>}
        <Button
          look="danger"
          className="self-start"
          busy={leave.isPending || leave.isSuccess}
          onClick={() => leave.mutate({ lab: lab.slug })}
        >
          Leave
        </Button>
      </Dialog>
    </section>
  );
}
