"use client";
import { fieldSaid, said } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { SubmitButton } from "@/components/ui/submit-button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Problem } from "@/components/ui/problem";
import type { Newcomer } from "@/contracts/account";
import { signUpInput, type SignUpInput } from "@/contracts/lab";
import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import { useState, type FormEvent } from "react";
import { arrive, enter } from "./enter";
import { typedIn } from "./typed";

const fields = [
  { key: "name", label: "Your name", type: "text", autoComplete: "name", hint: undefined },
  {
    key: "labName",
    label: "Name of your lab",
    type: "text",
    autoComplete: "organization",
    hint: "You become its owner. It opens on a copy of the demonstration.",
  },
  { key: "email", label: "E-mail", type: "email", autoComplete: "username", hint: undefined },
  {
    key: "password",
    label: "Password",
    type: "password",
    autoComplete: "new-password",
    hint: "At least 10 characters.",
  },
] as const;

/**
 * @param newcomer who somebody is elsewhere: they need no password.
 * @param invitation to a lab: they need none of their own.
 */
export function SignUpForm({
  newcomer,
  invitation,
}: {
  newcomer: Newcomer | null;
  invitation: { lab: string; email: string | null } | null;
}) {
  const trpc = useTRPC();
  const known = { name: newcomer?.name, email: invitation?.email ?? newcomer?.email };
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [asked, setAsked] = useState(false);
  const [entering, setEntering] = useState<string | null>(null);
  const signUp = useMutation(
    trpc.account.signUp.mutationOptions({
      onSuccess: async ({ entered }, sent) => {
        if (entered || sent.password === undefined) return arrive("/");
        const refused = await enter(sent.email, sent.password);
        if (refused === null) arrive("/");
        else setEntering(`Your account is made, but signing in failed. ${refused}`);
      },
    }),
  );
  const asks = { name: true, email: true, password: !newcomer, labName: !invitation };
  const read = signUpInput.safeParse(typed);
  const wrong = (key: keyof SignUpInput): string | null => {
    const own = read.success ? undefined : read.error.issues.find(({ path }) => path[0] === key)?.message;
    return (asked ? own : undefined) ?? fieldSaid(signUp.error, key);
  };
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAsked(true);
    const now = typedIn(event.currentTarget);
    setTyped(now);
    const sent = signUpInput.safeParse(now);
    if (sent.success) signUp.mutate(sent.data);
    else requestAnimationFrame(() => document.querySelector<HTMLElement>("[aria-invalid]")?.focus());
  };
  return (
    <form
      noValidate
      method="post"
      onSubmit={send}
      onInput={(event) => setTyped(typedIn(event.currentTarget))}
      className="flex flex-col gap-4"
    >
      {invitation && (
        <p>
          You are invited to <span className="font-medium">{invitation.lab}</span>: you join it next. A lab of
          your own can wait.
        </p>
      )}
      {newcomer && (
        <p>
          {newcomer.way} says that you are <bdi className="font-medium break-all">{newcomer.label}</bdi>. You
          sign in there, and need no password here. You have an account already? Sign in to it and link{" "}
          {newcomer.way} on the page of your account.
        </p>
      )}
      {fields
        .filter(({ key }) => asks[key])
        .map(({ key, label, type, autoComplete, hint }) => (
          <Field key={key} label={label} hint={hint} error={wrong(key)}>
            {(control) => (
              <Input
                {...control}
                type={type}
                name={key}
                autoComplete={autoComplete}
                required
                defaultValue={known[key as keyof typeof known] ?? undefined}
              />
            )}
          </Field>
        ))}
      {signUp.error && <Problem title="The account was not made.">{said(signUp.error)}</Problem>}
      {entering && <Problem title="Almost done.">{entering}</Problem>}
      <SubmitButton busy={signUp.isPending || (signUp.isSuccess && entering === null)}>Sign up</SubmitButton>
      <p className="text-muted">
        You have an account?{" "}
        <Link href="/sign-in" className="text-accent underline">
          Sign in
        </Link>
      </p>
    </form>
  );
}
