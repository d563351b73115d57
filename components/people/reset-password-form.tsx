"use client";
import { said } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { SubmitButton } from "@/components/ui/submit-button";
import { ButtonLink } from "@/components/ui/button-link";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Problem } from "@/components/ui/problem";
import { password as passwordRule } from "@/contracts/lab";
import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { arrive, enter } from "./enter";
import { typedIn } from "./typed";

/** Names the account, so that nobody sets the password of another one unawares. */
export function ResetPasswordForm({ whose }: { whose: { name: string; email: string } }) {
  const trpc = useTRPC();
  const [password, setPassword] = useState("");
  const [asked, setAsked] = useState(false);
  const [entering, setEntering] = useState<string | null>(null);
  const reset = useMutation(
    trpc.account.reset.mutationOptions({
      onSuccess: async ({ done }, sent) => {
        if (!done) return;
        const refused = await enter(whose.email, sent.password);
        if (refused === null) arrive("/");
        else setEntering(`Your password is changed, but signing in failed. ${refused}`);
      },
    }),
  );
  const read = passwordRule.safeParse(password);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAsked(true);
    const now = typedIn(event.currentTarget);
    setPassword(now.password);
    if (passwordRule.safeParse(now.password).success) reset.mutate({ password: now.password });
  };
  return (
    <form noValidate method="post" onSubmit={send} className="flex flex-col gap-4">
      <p>
        For the account of <bdi className="font-medium">{whose.name}</bdi>,{" "}
        <span className="break-all">{whose.email}</span>. All browsers that are signed in to it are signed
        out.
      </p>
      <input type="email" autoComplete="username" value={whose.email} readOnly hidden />
      <Field
        label="New password"
        hint="At least 10 characters."
        error={asked && !read.success ? read.error.issues[0].message : null}
      >
        {(control) => (
          <Input
            {...control}
            type="password"
            autoComplete="new-password"
            name="password"
            required
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      {reset.error && <Problem title="The password is as it was.">{said(reset.error)}</Problem>}
      {reset.data?.done === false && (
        <Problem
          title="This link works no more."
          action={<ButtonLink href="/forgot-password">Ask for another link</ButtonLink>}
        >
          The password is as it was.
        </Problem>
      )}
      {entering && <Problem title="Almost done.">{entering}</Problem>}
      <SubmitButton busy={reset.isPending || (reset.data?.done === true && entering === null)}>
        Set the password
      </SubmitButton>
    </form>
  );
}
