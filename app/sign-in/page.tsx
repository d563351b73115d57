import { Outside } from "@/components/people/outside";
import { SignInForm } from "@/components/people/sign-in-form";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const { next } = await searchParams;
  // only a path of ours: never somebody else's site
  const own = typeof next === "string" && /^\/(?![/\\])/.test(next) ? next : "/";
  return (
    <Outside title="Sign in">
      <SignInForm next={own} />
    </Outside>
  );
}
