"use client";
import { said } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Problem } from "@/components/ui/problem";
import { email as emailRule } from "@/contracts/lab";
import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";

export function ForgotPasswordForm() {
  const trpc = useTRPC();
  const [email, setEmail] = useState("");
  const [asked, setAsked] = useState(false);
  const ask = useMutation(trpc.account.askReset.mutationOptions());
  const read = emailRule.safeParse(email);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (read.success) ask.mutate({ email });
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
            required
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        )}
      </Field>
      {ask.error && <Problem title="No letter was sent.">{said(ask.error)}</Problem>}
      <Button type="submit" look="primary" busy={ask.isPending}>
        Send the link
      </Button>
    </form>
  );
}
