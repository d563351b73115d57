"use client";
import { QueryState } from "@/components/list/query-state";
import { useTRPC, useTRPCClient } from "@/components/providers/trpc";
import { useDeed } from "@/components/providers/use-deed";
import { Button } from "@/components/ui/button";
import { When } from "@/components/ui/when";
import { useQuery } from "@tanstack/react-query";

/** Whether the person who reads is in what the lab publishes: it is theirs to say, and holds when they have left. */
export function TakingPart({ lab }: { lab: string }) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const deed = useDeed();
  const query = useQuery(trpc.publications.wishes.queryOptions({ lab }));
  const set = (takesPart: boolean): void =>
    void deed({
      does: () => client.publications.wish.mutate({ lab, takesPart }),
      failed: "It stays as it was.",
      done: () => ({
        title: takesPart
          ? "You take part in what the lab publishes."
          : "What the lab publishes leaves you out.",
        undo: () => set(!takesPart),
      }),
      refreshes: [trpc.publications.pathKey()],
    });
  return (
    <section
      aria-labelledby="part"
      className="mt-8 flex max-w-prose flex-col gap-2 border-t border-line pt-4"
    >
      <h2 id="part" className="font-semibold">
        Your part
      </h2>
      <QueryState query={query} what="who takes part">
        {({ mine, others }) => (
          <>
            <p>
              {mine ? (
                <>
                  Since you asked for it, <When date={mine} />, what the lab publishes leaves out the models,
                  experiments and datasets that you made, says that they are missing, and does not name you as
                  an author. On versions that were out before, readers are told that somebody withdrew.
                </>
              ) : (
                "You may ask to be left out: from then on the lab publishes nothing that you made, and does not name you as an author. It holds when you leave the lab, and can be taken back."
              )}
            </p>
            <Button className="self-start" onClick={() => set(mine !== null)}>
              {mine ? "Take part again" : "Leave me out"}
            </Button>
            {others.length > 0 && (
              <p className="text-sm text-muted">
                Left out, as they asked: {others.map(({ name }) => name).join(", ")}.
              </p>
            )}
          </>
        )}
      </QueryState>
    </section>
  );
}
