"use client";
import { said } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { useToast } from "@/components/ui/toast";
import type { RunDetail } from "@/contracts/run";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";

/** Computing the same spec again is a check of the claim that equal specs give equal bits. */
export function Recomputations({ lab, detail, mayRun }: { lab: string; detail: RunDetail; mayRun: boolean }) {
  const trpc = useTRPC();
  const toast = useToast();
  const queryClient = useQueryClient();
  const recompute = useMutation(
    trpc.runs.recompute.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.runs.pathKey() }),
      onError: (error) =>
        toast({ title: "The run was not computed again.", description: said(error), tone: "danger" }),
    }),
  );
  if (detail.recomputation > 0 || (detail.status !== "done" && detail.recomputations.length === 0))
    return null;
  return (
    <section aria-labelledby="again" className="flex flex-col gap-2">
      <h2 id="again" className="font-semibold">
        Recompute and compare
      </h2>
      <p className="max-w-prose text-muted">
        Computes the same spec once more and compares the result with this one, bit for bit. Traces are kept
        as {detail.traceBinMs} ms bin means; a recomputation can keep every millisecond.
      </p>
      {mayRun && detail.status === "done" && (
        <div className="flex flex-wrap gap-2">
          <Button
            busy={recompute.isPending}
            onClick={() => recompute.mutate({ lab, run: detail.id, traceBinMs: 10 })}
          >
            Recompute
          </Button>
          <Button
            busy={recompute.isPending}
            onClick={() => recompute.mutate({ lab, run: detail.id, traceBinMs: 1 })}
          >
            Recompute at 1 ms
          </Button>
        </div>
      )}
      {detail.recomputations.length > 0 && (
        <Table label="Recomputations">
          <thead>
            <tr>
              <Th>Recomputation</Th>
              <Th>Status</Th>
              <Th>Against the run of record</Th>
              <Th>Traces</Th>
              <Th>Engine version</Th>
              <Th>Result hash</Th>
            </tr>
          </thead>
          <tbody>
            {detail.recomputations.map((one) => (
              <Tr key={one.id}>
                <Td>
                  <Link href={`/lab/${lab}/runs/${one.id}`} className="font-medium hover:underline">
                    {one.number}
                  </Link>
                </Td>
                <Td>{one.status === "queued" ? "waiting" : one.status}</Td>
                <Td>
                  {one.equal === null ? (
                    <span className="text-muted">not known yet</span>
                  ) : (
                    <Badge tone={one.equal ? "strong" : "danger"}>{one.equal ? "equal" : "differs"}</Badge>
                  )}{" "}
                  <span className="text-sm text-muted">{one.compared}</span>
                </Td>
                <Td>{one.traceBinMs} ms</Td>
                <Td className="font-mono text-sm">{one.engineVersion.slice(0, 12)}</Td>
                <Td className="font-mono text-sm">{one.resultHash?.slice(0, 12) ?? ""}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  );
}
