"use client";
import { HereNow } from "@/components/presence/here-now";
import { Button } from "@/components/ui/button";
import { MessageSquare } from "lucide-react";
import { useMaybeDiscussion, useTalk, type DiscussionValue } from "./use-discussion";

/** In the head of every object: who else looks at it now, and what opens the conversation about it. */
export function DiscussButton() {
  const discussion = useMaybeDiscussion();
  return (
    discussion && (
      <>
        <HereNow lab={discussion.lab} object={discussion.object} />
        <Of discussion={discussion} />
      </>
    )
  );
}

function Of({ discussion: { store, threads, outbox, mayWrite } }: { discussion: DiscussionValue }) {
  const { open } = useTalk(store);
  const count = threads.query.data?.open ?? 0;
  const unsent = outbox.items.filter(({ reason }) => reason !== null).length;
  return (
    <Button
      aria-expanded={open}
      onClick={() =>
        store.set(
          open
            ? { open: false }
            : {
                open: true,
                begun: mayWrite && count === 0 ? { figure: null, place: null } : store.get().begun,
              },
        )
      }
    >
      <MessageSquare size={16} aria-hidden />
      {mayWrite ? "Comment" : "Comments"}
      {count > 0 && (
        <span className="rounded-full bg-sunken px-1.5 text-sm">
          {count}
          <span className="sr-only"> open</span>
        </span>
      )}
      {unsent > 0 && <span className="text-sm text-danger">{unsent} not sent</span>}
    </Button>
  );
}
