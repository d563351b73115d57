import { ConfirmEmailForm } from "@/components/people/confirm-email-form";
import { Outside } from "@/components/people/outside";
import { ButtonLink } from "@/components/ui/button-link";
import { serverCaller } from "@/server/caller";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Your address", referrer: "no-referrer" };

export default async function ConfirmEmailPage() {
  const whose = await (await serverCaller()).account.pendingEmail();
  if (!whose)
    return (
      <Outside title="This link works no more">
        <p>A link to an address works once, within an hour, in the browser that opened it.</p>
        <ButtonLink href="/account#sign-in">Your account</ButtonLink>
      </Outside>
    );
  return (
    <Outside title="Is this your address?">
      <ConfirmEmailForm whose={whose} />
    </Outside>
  );
}
