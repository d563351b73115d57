"use client";
import { fieldSaid, said } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { Button } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Problem } from "@/components/ui/problem";
import { When } from "@/components/ui/when";
import { graceDays, type LabSummary } from "@/contracts/lab";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { KeepLab } from "./keep-lab";

/** For owners: what deleting means, and the way back as long as there is one. */
export function DeleteLab({ lab }: { lab: LabSummary }) {
  const [asked, setAsked] = useState(false);
  return (
    <section aria-labelledby="delete" className="flex flex-col gap-2">
      <h2 id="delete" className="font-semibold">
        Delete this lab
      </h2>
      {lab.deletion ? (
        <>
          <p className="text-muted">
            All of it is deleted on <When date={lab.deletion.at} exact />.
          </p>
          <KeepLab lab={lab.slug} />
        </>
      ) : (
        <>
          <p className="text-muted">
            All that it keeps goes, after {graceDays} days in which you can call it back.
          </p>
          <Button look="danger" className="self-start" onClick={() => setAsked(true)}>
            Delete this lab
          </Button>
          <Dialog open={asked} onOpenChange={setAsked} title={`Delete ${lab.name}`}>
            <Form lab={lab} onDone={() => setAsked(false)} />
          </Dialog>
        </>
      )}
    </section>
  );
}

function Form({ lab, onDone }: { lab: LabSummary; onDone: () => void }) {
  const trpc = useTRPC();
  const router = useRouter();
  const [name, setName] = useState("");
  const remove = useMutation(
    trpc.labs.startDeletion.mutationOptions({
      onSuccess: () => {
        router.refresh();
        onDone();
      },
    }),
  );
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        remove.mutate({ lab: lab.slug, name });
      }}
    >
      <div>
        <p>
          Nothing happens for {graceDays} days: the lab works as before, all members see a notice, and any
          owner can call it back. Then nobody can any more, and this is gone for good:
        </p>
        <ul className="mt-2 list-disc pl-5">
          <li>models, paradigms, experiments and the results of their runs</li>
          <li>datasets with their files, comparisons, dashboards and publications</li>
          <li>comments, memberships, invitations, and the log of who did what</li>
          <li>what it shares with other labs: they lose it on the same day</li>
        </ul>
        <p className="mt-2">What other labs forked or exported with your consent stays with them.</p>
      </div>
      <Field label={`Type ${lab.name}`} error={fieldSaid(remove.error, "name")}>
        {(control) => (
          <Input
            {...control}
            value={name}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      {remove.error && <Problem title="The lab stays as it is.">{said(remove.error)}</Problem>}
      <SubmitButton
        look="danger"
        className="self-start"
        busy={remove.isPending}
        disabled={name.normalize().trim() !== lab.name}
      >
        Delete in {graceDays} days
      </SubmitButton>
    </form>
  );
}
