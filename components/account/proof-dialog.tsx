"use client";
import { fieldSaid, said } from "@/components/list/said";
import { Button, type ButtonLook } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Problem } from "@/components/ui/problem";
import { useState, type FormEvent, type ReactNode } from "react";

interface Attempt {
  isPending: boolean;
  error: { message: string; data?: unknown } | null;
  reset: () => void;
}

/** Something that matters: a dialog that asks for the person's password beside what else it needs. */
export function ProofDialog({
  button,
  look = "plain",
  title,
  description,
  deed,
  failed,
  email,
  hasPassword,
  disabled,
  attempt,
  onSend,
  onOpenChange,
  children,
}: {
  /** What opens it. */
  button: string;
  look?: ButtonLook;
  title: string;
  description?: ReactNode;
  /** What sends it. */
  deed: string;
  /** "Nothing was changed." */
  failed: string;
  /** For password managers: whose password is asked. */
  email: string;
  hasPassword: boolean;
  disabled?: boolean;
  attempt: Attempt;
  /** Sends; `done` closes the dialog. */
  onSend: (password: string | undefined, done: () => void) => void;
  onOpenChange?: (open: boolean) => void;
  children?: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const [password, setPassword] = useState("");
  const change = (next: boolean) => {
    setOpen(next);
    setPassword("");
    attempt.reset();
    onOpenChange?.(next);
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSend(hasPassword ? password : undefined, () => change(false));
  };
  const wrongPassword = fieldSaid(attempt.error, "password");
  return (
    <>
      <Button look={look} disabled={disabled} onClick={() => change(true)}>
        {button}
      </Button>
      <Dialog open={open} onOpenChange={change} title={title} description={description}>
        <form noValidate method="post" onSubmit={send} className="flex flex-col gap-4">
          <input type="email" autoComplete="username" value={email} readOnly hidden />
          {hasPassword ? (
            <Field label="Your password" error={wrongPassword}>
              {(control) => (
                <Input
                  {...control}
                  type="password"
                  autoComplete="current-password"
                  value={password}
                  onChange={(event) => setPassword(event.target.value)}
                />
              )}
            </Field>
          ) : (
            <p className="text-muted">
              You have no password, so this works within ten minutes after signing in.
            </p>
          )}
          {children}
          {attempt.error && !wrongPassword && <Problem title={failed}>{said(attempt.error)}</Problem>}
          <SubmitButton
            look={look === "danger" ? "danger" : "primary"}
            busy={attempt.isPending}
            className="self-start"
          >
            {deed}
          </SubmitButton>
        </form>
      </Dialog>
    </>
  );
}
