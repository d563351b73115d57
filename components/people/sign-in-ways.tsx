"use client";
import { LiveButton } from "@/components/ui/live-button";
import type { SignInWay } from "@/contracts/account";
import { signIn } from "next-auth/react";
import { useState } from "react";

/** Other places that can say who somebody is; nothing where the settings name none. */
export function SignInWays({ ways, next }: { ways: readonly SignInWay[]; next: string }) {
  const [busy, setBusy] = useState<string | null>(null);
  if (ways.length === 0) return null;
  return (
    <div className="flex flex-col gap-2 border-t border-line pt-4">
      {ways.map(({ id, name }) => (
        <LiveButton
          key={id}
          busy={busy === id}
          onClick={() => {
            setBusy(id);
            void signIn(id, { callbackUrl: next });
          }}
        >
          Continue with {name}
        </LiveButton>
      ))}
    </div>
  );
}
