"use client";
import { said } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { SubmitButton } from "@/components/ui/submit-button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Problem } from "@/components/ui/problem";
import { email as emailRule } from "@/contracts/lab";
import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { typedIn } from "./typed";

export function ForgotPasswordForm() {
  const trpc = useTRPC();
  const [email, setEmail] = useState("");
  const [asked, setAsked] = useState(false);
  const ask = useMutation(trpc.account.askReset.mutationOptions());
  const read = emailRule.safeParse(email);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAsked(true);
    const now = typedIn(event.currentTarget);
    setEmail(now.email);
    if (emailRule.safeParse(now.email).success) ask.mutate({ email: now.email });
  };
  if (ask.isSuccess)
    return (
      <p role="status">
        If there is an account with this address, a letter with a link is on its way. The link works for an
        hour.
      </p>
    );
  return (
    <form noValidate method="post" onSubmit={send} className="flex flex-col gap-4">
      <Field
        label="E-mail"
        hint="A letter with a link goes to this address."
        error={asked && !read.success ? read.error.issues[0].message : null}
      >
        {(control) => (
          <Input
            {...control}
            type="email"
            autoComplete="username"
            name="email"
            required
            onChange={(event) => setEmail(event.target.value)}
          />
        )}
      </Field>
      {ask.error && <Problem title="No letter was sent.">{said(ask.error)}</Problem>}
      <SubmitButton busy={ask.isPending}>Send the link</SubmitButton>
    </form>
  );
}
