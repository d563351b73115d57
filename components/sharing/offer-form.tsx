"use client";
import { fieldSaid, said } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { SubmitButton } from "@/components/ui/submit-button";
import { CopyButton } from "@/components/ui/copy-button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Problem } from "@/components/ui/problem";
import { Select } from "@/components/ui/select";
import { useToast } from "@/components/ui/toast";
import type { ObjectRef } from "@/contracts/object";
import { shareDays } from "@/contracts/share";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { TermsFields, usualTerms } from "./terms-fields";

/** The address of a lab, also out of a pasted address of one of its pages. */
const slugIn = (text: string) => /\/lab\/([^/?#\s]+)/.exec(text)?.[1] ?? text.trim().toLowerCase();

/** Offers the object to a lab at an address, or makes a link for whichever lab takes it up. */
export function OfferForm({ lab, object }: { lab: string; object: ObjectRef }) {
  const trpc = useTRPC();
  const toast = useToast();
  const queryClient = useQueryClient();
  const [way, setWay] = useState<"address" | "link">("address");
  const [to, setTo] = useState("");
  const [terms, setTerms] = useState(usualTerms);
  const [url, setUrl] = useState<string | null>(null);
  const offer = useMutation(
    trpc.shares.offer.mutationOptions({
      onSuccess: async (made) => {
        await queryClient.invalidateQueries({ queryKey: trpc.shares.given.pathKey() });
        setTo("");
        setUrl(made.url);
        if (made.share.to)
          toast({
            title: `It is offered to the lab at /lab/${made.share.to}.`,
            description: "It opens there when an owner or editor of that lab accepts.",
          });
      },
    }),
  );
  const problem = offer.error;

  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        setUrl(null);
        offer.mutate({ lab, object, ...terms, to: way === "link" ? null : slugIn(to) });
      }}
    >
      <Field label="With">
        {(control) => (
          <Select
            {...control}
            value={way}
            onChange={(event) => setWay(event.target.value as "address" | "link")}
          >
            <option value="address">A lab whose address I know</option>
            <option value="link">One lab, by a link that I hand over</option>
          </Select>
        )}
      </Field>
      {way === "address" && (
        <Field
          label="Address of the lab"
          hint="What stands after /lab/ in that lab's addresses; a whole address of theirs will do."
          error={fieldSaid(problem, "to")}
        >
          {(control) => (
            <Input
              {...control}
              value={to}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => setTo(event.target.value)}
            />
          )}
        </Field>
      )}
      <TermsFields terms={terms} onChange={setTerms} licenceError={fieldSaid(problem, "licence")} />
      {problem && <Problem title="It was not shared.">{said(problem)}</Problem>}
      <SubmitButton className="self-start" busy={offer.isPending} disabled={way === "address" && !to.trim()}>
        {way === "link" ? "Make the link" : "Offer it"}
      </SubmitButton>
      {url && (
        <div role="status" className="flex flex-col gap-2">
          <p>
            Hand this link over. An owner or editor of one lab can take it up within {shareDays} days; it is
            not shown again.
          </p>
          <div className="flex flex-wrap items-start gap-2">
            <code className="min-w-0 flex-1 rounded border border-line bg-wash p-2 font-mono text-sm break-all">
              {url}
            </code>
            <CopyButton text={url} label="Copy the link" />
          </div>
        </div>
      )}
    </form>
  );
}
