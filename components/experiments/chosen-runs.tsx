"use client";
import { useTRPC, useTRPCClient } from "@/components/providers/trpc";
import { useDeed } from "@/components/providers/use-deed";
import { Button } from "@/components/ui/button";
import type { RunRow } from "@/contracts/run";

const isOpen = ({ status }: RunRow) => status === "queued" || status === "running";
const isOver = ({ status }: RunRow) => status === "failed" || status === "cancelled";
const several = (count: number) => `${count} ${count === 1 ? "run" : "runs"}`;

/** Stops those of the chosen runs that are open, or starts again those that failed or were cancelled. */
export function ChosenRuns({
  lab,
  runs,
  onDone,
}: {
  lab: string;
  runs: readonly RunRow[];
  onDone: () => void;
}) {
  const trpc = useTRPC();
  const { runs: client } = useTRPCClient();
  const deed = useDeed();
  const refreshes = [trpc.runs.pathKey(), trpc.experiments.pathKey()];
  const open = runs.filter(isOpen);
  const over = runs.filter(isOver);
  const each = (
    those: readonly RunRow[],
    change: (input: { lab: string; run: string }) => Promise<unknown>,
  ) => Promise.all([...new Set(those.map(({ id }) => id))].map((run) => change({ lab, run })));
  const retry = (those: readonly RunRow[]) =>
    void deed({
      does: () => each(those, (input) => client.retry.mutate(input)),
      failed: "Not all of them were started again.",
      done: () => ({ title: `${several(those.length)} waiting again.` }),
      refreshes,
    });
  const cancel = (those: readonly RunRow[]) =>
    void deed({
      does: () => each(those, (input) => client.cancel.mutate(input)),
      failed: "Not all of them were cancelled.",
      done: () => ({ title: `${several(those.length)} cancelled.`, undo: () => retry(those) }),
      refreshes,
    });
  return (
    <>
      {over.length > 0 && (
        <Button
          look="primary"
          onClick={() => {
            retry(over);
            onDone();
          }}
        >
          Run {several(over.length)} again
        </Button>
      )}
      {open.length > 0 && (
        <Button
          look="danger"
          onClick={() => {
            cancel(open);
            onDone();
          }}
        >
          Cancel {several(open.length)}
        </Button>
      )}
      {over.length + open.length === 0 && (
        <span className="text-muted">They are done: there is nothing to stop or to run again.</span>
      )}
    </>
  );
}
