import { Outside } from "@/components/people/outside";
import { ResetPasswordForm } from "@/components/people/reset-password-form";
import { ButtonLink } from "@/components/ui/button-link";
import { serverCaller } from "@/server/caller";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "New password", referrer: "no-referrer" };

export default async function ResetPasswordPage() {
  const whose = await (await serverCaller()).account.pendingReset();
  if (!whose)
    return (
      <Outside title="This link works no more">
        <p>
          A link for a new password works once, within an hour, in the browser that opened it. Ask for another
          one.
        </p>
        <ButtonLink href="/forgot-password">Ask for a link</ButtonLink>
      </Outside>
    );
  return (
    <Outside title="New password">
      <ResetPasswordForm whose={whose} />
    </Outside>
  );
}
