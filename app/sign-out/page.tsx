import { Outside } from "@/components/people/outside";
import { SignOutForm } from "@/components/people/sign-out-form";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Sign out" };

export default function SignOutPage() {
  return (
    <Outside title="Sign out of Phasic on this browser">
      <p className="text-muted">What runs goes on; it is there when you come back.</p>
      <SignOutForm />
    </Outside>
  );
}
