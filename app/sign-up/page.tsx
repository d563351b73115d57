import { Outside } from "@/components/people/outside";
import { SignInWays } from "@/components/people/sign-in-ways";
import { SignUpForm } from "@/components/people/sign-up-form";
import { signInWays } from "@/server/accounts/oauth/service";
import { serverCaller } from "@/server/caller";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Sign up" };

export default async function SignUpPage() {
  const newcomer = await (await serverCaller()).account.newcomer();
  return (
    <Outside title="Sign up">
      <SignUpForm newcomer={newcomer} />
      {!newcomer && <SignInWays ways={signInWays()} next="/" />}
    </Outside>
  );
}
