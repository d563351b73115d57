"use client";
import { Button } from "@/components/ui/button";
import { When } from "@/components/ui/when";
import type { ShareSummary } from "@/contracts/share";
import { useState } from "react";
import { ChangeTerms } from "./change-terms";
import { RevokeShare } from "./revoke-share";
import { consentWords, levelWords, whom } from "./terms-words";

/** One open grant where the object stands: to whom, what they may, and its end. */
export function GivenItem({ lab, share }: { lab: string; share: ShareSummary }) {
  const [doing, setDoing] = useState<"change" | "revoke" | null>(null);
  const done = () => setDoing(null);
  if (doing === "change") return <ChangeTerms lab={lab} share={share} onDone={done} />;
  if (doing === "revoke") return <RevokeShare lab={lab} share={share} onDone={done} />;
  return (
    <div className="flex flex-wrap items-start justify-between gap-2">
      <div className="min-w-0">
        <p className="font-medium">
          <bdi>{whom(share)}</bdi>
        </p>
        <p className="text-sm text-muted">
          {levelWords[share.level]}; {consentWords(share)}; {share.licence}
          {share.state === "offered" && (
            <>
              ; not taken up yet, open until <When exact date={share.offeredUntil} />
            </>
          )}
        </p>
      </div>
      <div className="flex gap-2">
        <Button onClick={() => setDoing("change")} aria-label={`Change what ${whom(share)} may do`}>
          Change
        </Button>
        <Button
          look="danger"
          onClick={() => setDoing("revoke")}
          aria-label={`Stop sharing with ${whom(share)}`}
        >
          Stop
        </Button>
      </div>
    </div>
  );
}
