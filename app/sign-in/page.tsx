import { ownPath } from "@/app/_page/own-path";
import { Outside } from "@/components/people/outside";
import { SignInForm } from "@/components/people/sign-in-form";
import { SignInWays } from "@/components/people/sign-in-ways";
import { Problem } from "@/components/ui/problem";
import { signInWays } from "@/server/accounts/oauth/service";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Sign in" };

const why = {
  failed: "The other place did not say who you are, or you came back too late. Try again.",
  closed: "Nobody here is linked to it, and this server takes no new accounts.",
  uninvited: "Nobody here is linked to it, and this server takes new accounts by invitation only.",
} as const;
const isWhy = (text: unknown): text is keyof typeof why =>
  typeof text === "string" && Object.hasOwn(why, text);

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<"next" | "place" | "error", string | string[] | undefined>>;
}) {
  const { next, place, error } = await searchParams;
  const own = ownPath(next);
  const outcome = isWhy(place) ? place : error ? "failed" : null;
  return (
    <Outside title="Sign in">
      {place === "deleted" && <p role="status">Your account is deleted.</p>}
      {outcome && <Problem title="You are not signed in.">{why[outcome]}</Problem>}
      <SignInForm next={own} />
      <SignInWays ways={signInWays()} next={own} />
    </Outside>
  );
}
