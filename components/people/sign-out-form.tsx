"use client";
import { Button } from "@/components/ui/button";
import { signOut } from "next-auth/react";
import { useState } from "react";

export function SignOutForm() {
  const [busy, setBusy] = useState(false);
  return (
    <Button
      look="primary"
      busy={busy}
      onClick={() => {
        setBusy(true);
        void signOut({ callbackUrl: "/sign-in" });
      }}
    >
      Sign out
    </Button>
  );
}
