import { Problem } from "@/components/ui/problem";

/** What came of setting out to link a place; anything else in the address says nothing. */
export function PlaceMessage({ outcome }: { outcome: string | undefined }) {
  if (outcome === "linked")
    return (
      <p role="status" className="rounded border border-line-strong bg-wash p-3">
        It is linked. You can sign in with it from now on.
      </p>
    );
  if (outcome === "taken")
    return (
      <Problem title="Nothing was linked.">
        Another account here is linked to it. Sign in to that one and unlink it first.
      </Problem>
    );
  if (outcome === "failed")
    return (
      <Problem title="Nothing was linked.">
        The other place did not say who you are, or you came back too late. Try again.
      </Problem>
    );
  return null;
}
