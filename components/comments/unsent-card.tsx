"use client";
import { Markdown } from "@/components/markdown/markdown";
import { Button } from "@/components/ui/button";
import { useDiscussion } from "./use-discussion";
import type { Unsent } from "./kept";
import { toBody } from "./named";
import { anchorWords } from "./words";

/** A comment that the server has not taken yet. Nothing that was typed is lost: its author decides. */
export function UnsentCard({ item }: { item: Unsent }) {
  const { object, outbox } = useDiscussion();
  const { anchor, text, named, reason, thread } = item;
  const people = Object.fromEntries(named.map(({ id, label }) => [id, label]));
  return (
    <div
      role="group"
      aria-label="Not sent"
      className="flex flex-col gap-2 rounded border border-dashed border-line-strong p-3"
    >
      {thread === null && anchor && <p className="text-sm text-muted">{anchorWords(anchor, object.kind)}</p>}
      <Markdown text={toBody(text, named)} people={people} />
      {reason === null ? (
        <p role="status" className="text-sm text-muted">
          Sending
        </p>
      ) : (
        <>
          <p role="alert" className="text-sm text-danger">
            Not sent. {reason}
          </p>
          <div className="flex flex-wrap gap-2">
            <Button look="primary" onClick={() => outbox.again(item)}>
              Try again
            </Button>
            <Button look="quiet" onClick={() => outbox.drop(item.once)}>
              Discard
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
