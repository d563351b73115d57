"use client";
import { said } from "@/components/list/said";
import { arrive } from "@/components/people/enter";
import { useTRPC } from "@/components/providers/trpc";
import { SubmitButton } from "@/components/ui/submit-button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Problem } from "@/components/ui/problem";
import { Select } from "@/components/ui/select";
import { When } from "@/components/ui/when";
import type { LabSummary } from "@/contracts/lab";
import { objectTitle } from "@/contracts/object";
import type { PendingShare } from "@/contracts/share";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { stateWords } from "./terms-words";

/** What an opened share link leads to: who offers what, and for which of the person's labs they take it up. */
export function TakeUp({
  offer,
  labs,
  person,
}: {
  offer: PendingShare | null;
  /** Those in which the person may accept; null for whoever is signed out. */
  labs: readonly LabSummary[] | null;
  person: { name: string; email: string } | null;
}) {
  const trpc = useTRPC();
  const [into, setInto] = useState(labs?.[0]?.slug ?? "");
  const [refused, setRefused] = useState<string | null>(null);
  const accept = useMutation(
    trpc.shares.acceptLink.mutationOptions({
      onSuccess: ({ outcome, id }) => {
        if (id) return arrive(`/lab/${into}/shared/${id}`);
        setRefused(
          outcome === "own"
            ? "It is this lab that shares it: its members see it already. Choose another lab."
            : "Somebody took it up, or it was ended, while you were looking. Ask for a new link.",
        );
      },
    }),
  );
  if (!offer)
    return (
      <EmptyState title="There is no offer here">
        Open the link that you were given once more. If it still leads here, it is mistyped: ask the other lab
        for a new one.
      </EmptyState>
    );
  if (offer.state !== "offered")
    return (
      <EmptyState title="This link opens nothing any more">
        It is {offer.state === "accepted" ? "used: one lab has taken it up" : stateWords[offer.state]}. Ask{" "}
        {offer.from} for a new one.
      </EmptyState>
    );
  return (
    <>
      <p>
        <bdi className="font-medium">{offer.from}</bdi> shares the {objectTitle[offer.kind].toLowerCase()}
        {offer.object && (
          <>
            {" "}
            <bdi className="font-medium">“{offer.object}”</bdi>
          </>
        )}{" "}
        with one lab that takes it up, until <When exact date={offer.offeredUntil} />.
      </p>
      {labs === null && (
        <div className="flex flex-wrap gap-2">
          <ButtonLink look="primary" href="/sign-in?next=/shared-with-you">
            Sign in
          </ButtonLink>
          <ButtonLink href="/sign-up">Make an account</ButtonLink>
        </div>
      )}
      {labs?.length === 0 && (
        <Problem title="None of your labs lets you accept it.">
          You are signed in as {person?.name}, {person?.email}. An owner or editor of a lab takes it up: hand
          the link on to one.
        </Problem>
      )}
      {labs !== null && labs.length > 0 && (
        <form
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            setRefused(null);
            accept.mutate({ lab: into });
          }}
        >
          <Field label="For your lab" hint="Everybody in it will see what is shared.">
            {(control) => (
              <Select {...control} value={into} onChange={(event) => setInto(event.target.value)}>
                {labs.map(({ slug, name }) => (
                  <option key={slug} value={slug}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <SubmitButton
            className="self-start"
            busy={accept.isPending || (accept.isSuccess && refused === null)}
          >
            Take it up
          </SubmitButton>
        </form>
      )}
      {(accept.error || refused) && (
        <Problem title="It is not taken up.">{refused ?? said(accept.error!)}</Problem>
      )}
    </>
  );
}
