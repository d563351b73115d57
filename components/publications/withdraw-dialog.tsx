"use client";
import { SubmitButton } from "@/components/ui/submit-button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/input";
import { useState } from "react";

export function WithdrawDialog({
  title,
  open,
  onOpenChange,
  onWithdraw,
}: {
  title: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onWithdraw: (reason: string) => Promise<unknown>;
}) {
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Withdraw “${title}”`}
      description="All its versions, figures and files leave their addresses. There they say that it was withdrawn, when and why. You can make it public again."
    >
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!reason.trim()) return setSaid("Say why: it stands where the publication was.");
          setBusy(true);
          void onWithdraw(reason).then((done) => {
            setBusy(false);
            if (done) onOpenChange(false);
          });
        }}
      >
        <Field label="Reason, for everybody to read" error={said}>
          {(control) => (
            <TextArea
              {...control}
              value={reason}
              maxLength={1000}
              onChange={(event) => {
                setReason(event.target.value);
                setSaid(null);
              }}
            />
          )}
        </Field>
        <SubmitButton look="danger" busy={busy} className="self-start">
          Withdraw
        </SubmitButton>
      </form>
    </Dialog>
  );
}
