"use client";
import { LiveButton } from "@/components/ui/live-button";
import { signOut } from "next-auth/react";
import { useState } from "react";

export function SignOutForm() {
  const [busy, setBusy] = useState(false);
  return (
    <LiveButton
      look="primary"
      busy={busy}
      onClick={() => {
        setBusy(true);
        void signOut({ callbackUrl: "/sign-in" });
      }}
    >
      Sign out
    </LiveButton>
  );
}
