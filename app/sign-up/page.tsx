import { Outside } from "@/components/people/outside";
import { SignUpForm } from "@/components/people/sign-up-form";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Sign up" };

export default function SignUpPage() {
  return (
    <Outside title="Sign up">
      <SignUpForm />
    </Outside>
  );
}
