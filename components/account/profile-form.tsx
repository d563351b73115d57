"use client";
import { fieldSaid, said } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { Badge } from "@/components/ui/badge";
import { SubmitButton } from "@/components/ui/submit-button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Problem } from "@/components/ui/problem";
import { Select } from "@/components/ui/select";
import { useToast } from "@/components/ui/toast";
import { profileInput, type AccountProfile } from "@/contracts/account";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState, useSyncExternalStore, type FormEvent } from "react";

const never = () => () => {};
const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
const zones = Intl.supportedValuesOf("timeZone");

export function ProfileForm({ profile }: { profile: AccountProfile }) {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const toast = useToast();
  const here = useSyncExternalStore(never, browserZone, () => null);
  const [typed, setTyped] = useState({
    name: profile.name,
    timeZone: profile.timeZone ?? "",
    orcid: profile.orcid ?? "",
  });
  const [asked, setAsked] = useState(false);
  const save = useMutation(
    trpc.account.updateProfile.mutationOptions({
      onSuccess: (saved) => {
        queryClient.setQueryData(trpc.account.profile.queryKey(), saved);
        setTyped({ name: saved.name, timeZone: saved.timeZone ?? "", orcid: saved.orcid ?? "" });
        setAsked(false);
        toast({ title: "Saved." });
        // name and time zone stand on every page
        router.refresh();
      },
    }),
  );
  const read = profileInput.safeParse({
    name: typed.name,
    timeZone: typed.timeZone || null,
    orcid: typed.orcid.trim() || null,
  });
  const wrong = (key: keyof typeof typed) => {
    const own = read.success ? undefined : read.error.issues.find(({ path }) => path[0] === key)?.message;
    return (asked ? own : undefined) ?? fieldSaid(save.error, key);
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (read.success) save.mutate(read.data);
    else requestAnimationFrame(() => document.querySelector<HTMLElement>("[aria-invalid]")?.focus());
  };
  return (
    <form noValidate method="post" onSubmit={send} className="flex max-w-md flex-col gap-4">
      <Field label="Name" hint="As others see it, in any script." error={wrong("name")}>
        {(control) => (
          <Input
            {...control}
            autoComplete="name"
            dir="auto"
            value={typed.name}
            disabled={profile.isShared}
            onChange={(event) => setTyped({ ...typed, name: event.target.value })}
          />
        )}
      </Field>
      <Field label="Time zone" hint="For every date that you see." error={wrong("timeZone")}>
        {(control) => (
          <Select
            {...control}
            value={typed.timeZone}
            disabled={profile.isShared}
            onChange={(event) => setTyped({ ...typed, timeZone: event.target.value })}
          >
            <option value="">As in this browser{here && ` (${here})`}</option>
            {zones.map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </Select>
        )}
      </Field>
      <Field
        label={
          <span className="inline-flex items-center gap-2">
            ORCID iD
            {profile.orcid && (
              <Badge tone={profile.orcidVerified ? "strong" : "plain"}>
                {profile.orcidVerified ? "verified by ORCID" : "not verified"}
              </Badge>
            )}
          </span>
        }
        optional
        hint="For example 0000-0002-1825-0097."
        error={wrong("orcid")}
      >
        {(control) => (
          <Input
            {...control}
            inputMode="text"
            autoComplete="off"
            spellCheck={false}
            value={typed.orcid}
            disabled={profile.isShared}
            onChange={(event) => setTyped({ ...typed, orcid: event.target.value })}
          />
        )}
      </Field>
      {save.error && <Problem title="Nothing was saved.">{said(save.error)}</Problem>}
      <SubmitButton busy={save.isPending} disabled={profile.isShared} className="self-start">
        Save
      </SubmitButton>
    </form>
  );
}
