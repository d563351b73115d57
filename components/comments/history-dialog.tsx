"use client";
import { QueryState } from "@/components/list/query-state";
import { Markdown } from "@/components/markdown/markdown";
import { useTRPC } from "@/components/providers/trpc";
import { Dialog } from "@/components/ui/dialog";
import { When } from "@/components/ui/when";
import type { CommentView } from "@/contracts/comment";
import { useQuery } from "@tanstack/react-query";
import { useDiscussion } from "./use-discussion";

/** What a comment said before, newest first. */
export function HistoryDialog({ comment, onClose }: { comment: CommentView; onClose: () => void }) {
  const { lab } = useDiscussion();
  const trpc = useTRPC();
  const query = useQuery(trpc.comments.history.queryOptions({ lab, comment: comment.id }));
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Earlier texts of this comment">
      <QueryState query={query} what="the earlier texts">
        {({ texts, people }) => (
          <ol className="flex flex-col gap-4">
            {texts.map(({ body, until }) => (
              <li key={until.toISOString()} className="flex flex-col gap-1 rounded border border-line p-3">
                <p className="text-sm text-muted">
                  until <When date={until} />
                </p>
                <Markdown text={body} people={people} />
              </li>
            ))}
          </ol>
        )}
      </QueryState>
    </Dialog>
  );
}
