"use client";
import { useTRPC, useTRPCClient } from "@/components/providers/trpc";
import { useDeed } from "@/components/providers/use-deed";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { When } from "@/components/ui/when";
import type { BlindCopy, BlindLink } from "@/contracts/blind";
import Link from "next/link";
import { useState } from "react";

/** The links to a copy, with their last use, and their end. */
export function LinkTable({
  lab,
  dashboard,
  copy,
  mayMake,
}: {
  lab: string;
  dashboard: string;
  copy: BlindCopy;
  mayMake: boolean;
}) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const deed = useDeed();
  const [ending, setEnding] = useState<BlindLink | null>(null);
  const revoke = ({ id, number }: BlindLink) => {
    setEnding(null);
    void deed({
      does: () => client.blind.revoke.mutate({ lab, link: id }),
      failed: `The link of reviewer ${number} still counts.`,
      done: () => ({ title: `The link of reviewer ${number} opens nothing any more.` }),
      refreshes: [trpc.blind.pathKey()],
    });
  };
  return (
    <>
      <Table label={`Links to ${copy.title}`} className="max-w-4xl">
        <thead>
          <tr>
            <Th>Link</Th>
            <Th>State</Th>
            <Th>Last used</Th>
            <Th>Conversation</Th>
            {mayMake && (
              <Th>
                <span className="sr-only">End it</span>
              </Th>
            )}
          </tr>
        </thead>
        <tbody>
          {copy.links.map((link) => (
            <Tr key={link.id}>
              <Td>
                Reviewer {link.number}
                {link.note && <span className="block text-sm text-muted">{link.note}</span>}
              </Td>
              <Td>
                <State link={link} />
              </Td>
              <Td>
                {link.lastUsedAt ? (
                  <When date={link.lastUsedAt} />
                ) : (
                  <span className="text-muted">not yet</span>
                )}
              </Td>
              <Td>
                <Link
                  href={`/lab/${lab}/dashboards/${dashboard}/blind/${link.id}`}
                  className="text-accent underline"
                >
                  {link.comments === 0
                    ? "nothing yet"
                    : `${link.comments} comment${link.comments === 1 ? "" : "s"}`}
                  <span className="sr-only"> with reviewer {link.number}</span>
                </Link>
              </Td>
              {mayMake && (
                <Td className="text-right">
                  {link.state === "open" && (
                    <Button
                      look="quiet"
                      aria-label={`Revoke the link of reviewer ${link.number}`}
                      onClick={() => setEnding(link)}
                    >
                      Revoke
                    </Button>
                  )}
                </Td>
              )}
            </Tr>
          ))}
        </tbody>
      </Table>
      {ending && (
        <Dialog
          open
          onOpenChange={(open) => !open && setEnding(null)}
          title={`Revoke the link of reviewer ${ending.number}?`}
          description="It opens nothing from the next moment on, and cannot be brought back; you can make another. What was written stays in the lab."
        >
          <div className="flex gap-2">
            <Button look="danger" onClick={() => revoke(ending)}>
              Revoke it
            </Button>
            <Button look="quiet" onClick={() => setEnding(null)}>
              Keep it
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}

export function State({ link }: { link: BlindLink }) {
  if (link.state === "open")
    return (
      <>
        <Badge tone="strong">open</Badge>
        <span className="block text-sm text-muted">
          until <When date={link.expiresAt} exact />
        </span>
      </>
    );
  return (
    <>
      <Badge>{link.state}</Badge>
      <span className="block text-sm text-muted">
        <When date={link.revokedAt ?? link.expiresAt} />
      </span>
    </>
  );
}
