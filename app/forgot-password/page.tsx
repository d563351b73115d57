import { ForgotPasswordForm } from "@/components/people/forgot-password-form";
import { Outside } from "@/components/people/outside";
import { canSendMail } from "@/server/mail/service";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Forgot your password?" };

export default function ForgotPasswordPage() {
  return (
    <Outside title="Forgot your password?">
      {canSendMail() ? (
        <ForgotPasswordForm />
      ) : (
        <div className="flex flex-col gap-2">
          <p>This server sends no mail. There are two other ways to a new password:</p>
          <ul className="flex list-disc flex-col gap-1 pl-5">
            <li>An owner of your lab makes a link for you on the page of members.</li>
            <li>
              Whoever runs this server makes one:{" "}
              <code className="break-words">npm run phasic -- account reset your@address</code>
            </li>
          </ul>
        </div>
      )}
    </Outside>
  );
}
