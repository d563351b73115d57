"use client";
import { SubmitButton } from "@/components/ui/submit-button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Problem } from "@/components/ui/problem";
import Link from "next/link";
import { useState, type FormEvent } from "react";
import { arrive, enter } from "./enter";
import { typedIn } from "./typed";

export function SignInForm({ next }: { next: string }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { email, password } = typedIn(event.currentTarget);
    setBusy(true);
    setProblem(null);
    const refused = await enter(email, password);
    if (refused === null) return arrive(next);
    setProblem(refused);
    setBusy(false);
  };
  return (
    <form noValidate method="post" onSubmit={send} className="flex flex-col gap-4">
      <Field label="E-mail">
        {(control) => <Input {...control} type="email" name="email" autoComplete="username" required />}
      </Field>
      <Field label="Password">
        {(control) => (
          <Input {...control} type="password" name="password" autoComplete="current-password" required />
        )}
      </Field>
      {problem && <Problem title="You are not signed in.">{problem}</Problem>}
      <SubmitButton busy={busy}>Sign in</SubmitButton>
      <p>
        <Link href="/forgot-password" className="text-accent underline">
          Forgot your password?
        </Link>
      </p>
      <p className="text-muted">
        No account yet?{" "}
        <Link href="/sign-up" className="text-accent underline">
          Sign up
        </Link>
      </p>
    </form>
  );
}
