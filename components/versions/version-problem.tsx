"use client";
import { said } from "@/components/list/said";
import { Button } from "@/components/ui/button";
import { Problem } from "@/components/ui/problem";
import type { ReactNode } from "react";

/** Why a version is not saved: somebody saved one meanwhile, with what that changed and how to go on; or the reason given. */
export function VersionProblem({
  latest: { author, number },
  basedOn,
  error,
  onSeen,
  difference,
}: {
  latest: { readonly author: string | null; readonly number: number };
  /** The number of the version that the person has seen. */
  basedOn: number;
  error: { message: string } | null;
  onSeen: () => void;
  /** What the latest version changed. */
  difference: ReactNode;
}) {
  if (number === basedOn) return error && <Problem title="The version was not saved.">{said(error)}</Problem>;
  return (
    <Problem
      title={`${author ?? "Somebody"} saved v${number} meanwhile.`}
      action={<Button onClick={onSeen}>I have seen it; mine comes after v{number}</Button>}
    >
      <p className="mb-2">Your values are kept as they are. This is what v{number} changed:</p>
      {difference}
    </Problem>
  );
}
