"use client";
import { fieldSaid, said } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { SubmitButton } from "@/components/ui/submit-button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Problem } from "@/components/ui/problem";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { typedIn } from "./typed";

export function NewLabForm() {
  const trpc = useTRPC();
  const router = useRouter();
  const [name, setName] = useState("");
  const [asked, setAsked] = useState(false);
  const [forArchive, setForArchive] = useState(false);
  const create = useMutation(
    trpc.labs.create.mutationOptions({
      onSuccess: ({ slug }) => router.push(forArchive ? `/lab/${slug}/settings` : `/lab/${slug}`),
    }),
  );
  const empty = asked && !name.trim() ? "Give it a name." : null;
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        const now = typedIn(event.currentTarget).name;
        setName(now);
        if (now.trim()) create.mutate({ name: now, empty: forArchive });
      }}
    >
      <Field
        label="Name"
        hint={
          forArchive
            ? "You become its owner. It opens empty, on the page where archives come in."
            : "You become its owner. It opens on a copy of the demonstration."
        }
        error={empty ?? fieldSaid(create.error, "name")}
      >
        {(control) => (
          <Input {...control} name="name" maxLength={120} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <label className="flex items-center gap-2">
        <input
          type="checkbox"
          checked={forArchive}
          onChange={(event) => setForArchive(event.target.checked)}
        />
        For the archive of another lab
      </label>
      {create.error && <Problem title="The lab was not made.">{said(create.error)}</Problem>}
      <SubmitButton busy={create.isPending || create.isSuccess}>Make the lab</SubmitButton>
    </form>
  );
}
