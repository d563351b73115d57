"use client";
import { nextPage } from "@/components/list/list-state";
import { Paged } from "@/components/list/paged";
import { Markdown } from "@/components/markdown/markdown";
import { useTRPC } from "@/components/providers/trpc";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Name } from "@/components/ui/name";
import { When } from "@/components/ui/when";
import { useInfiniteQuery } from "@tanstack/react-query";

/** All that was written, also what was not chosen, newest first; any of it can be taken up again. */
export function NotesHistory({
  lab,
  model,
  onTake,
  onClose,
}: {
  lab: string;
  model: string;
  onTake: (text: string) => void;
  onClose: () => void;
}) {
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.models.notesHistory.infiniteQueryOptions({ lab, modelId: model }, { getNextPageParam: nextPage }),
  );
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Earlier notes">
      <Paged query={query} what="the earlier notes" noun="notes">
        {(all) => (
          <ol className="flex flex-col gap-4">
            {all.map(({ number, author, createdAt, aside, text }) => (
              <li key={number} className="flex flex-col gap-2 rounded border border-line p-3">
                <div className="flex flex-wrap items-center justify-between gap-2">
                  <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
                    <span>
                      <Name name={author} />, <When date={createdAt} />
                    </span>
                    {aside && <Badge>kept, not chosen</Badge>}
                  </p>
                  <Button onClick={() => onTake(text)}>Edit from this</Button>
                </div>
                {text === "" ? <p className="text-muted">empty</p> : <Markdown text={text} />}
              </li>
            ))}
          </ol>
        )}
      </Paged>
    </Dialog>
  );
}
