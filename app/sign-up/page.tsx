import { Outside } from "@/components/people/outside";
import { SignInWays } from "@/components/people/sign-in-ways";
import { SignUpForm } from "@/components/people/sign-up-form";
import { ButtonLink } from "@/components/ui/button-link";
import { admission } from "@/server/accounts/admission";
import { signInWays } from "@/server/accounts/oauth/service";
import { pageContext, serverCaller } from "@/server/caller";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Sign up" };

const why = {
  closed: "This server takes no new accounts.",
  uninvited:
    "This server takes new accounts by invitation only. Ask an owner of a lab for one and open its link in this browser.",
} as const;

export default async function SignUpPage() {
  const { may, invitation } = await admission((await pageContext()).jar);
  const newcomer = await (await serverCaller()).account.newcomer();
  return (
    <Outside title="Sign up">
      {may === "yes" ? (
        <>
          <SignUpForm newcomer={newcomer} invitation={invitation} />
          {!newcomer && <SignInWays ways={signInWays()} next="/" />}
        </>
      ) : (
        <>
          <p>{why[may]}</p>
          <ButtonLink href="/sign-in">Sign in</ButtonLink>
        </>
      )}
    </Outside>
  );
}
