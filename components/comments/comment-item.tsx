"use client";
import { Markdown } from "@/components/markdown/markdown";
import { useMember } from "@/components/people/member";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { useToast } from "@/components/ui/toast";
import { When } from "@/components/ui/when";
import type { CommentView, Visibility } from "@/contracts/comment";
import clsx from "clsx";
import { Ellipsis } from "lucide-react";
import { useState } from "react";
import { Composer } from "./composer";
import { useDiscussion, useTalk } from "./use-discussion";
import { HistoryDialog } from "./history-dialog";
import { fromBody, toBody } from "./named";
import { Reactions } from "./reactions";
import { useArrival } from "./use-arrival";

/** The address of a comment on the page that is open. */
function addressOf(comment: string): string {
  const url = new URL(window.location.href);
  url.searchParams.set("comment", comment);
  url.hash = "";
  return url.href;
}

export function CommentItem({
  comment,
  visibility,
  people,
}: {
  comment: CommentView;
  visibility: Visibility;
  people: Readonly<Record<string, string>>;
}) {
  const { store, deeds, mayWrite } = useDiscussion();
  const { role } = useMember();
  const toast = useToast();
  const talk = useTalk(store);
  const [editing, setEditing] = useState(false);
  const [history, setHistory] = useState(false);
  const meant = talk.comment === comment.id;
  const ref = useArrival(meant, talk.turn);
  const { author } = comment;
  const name = author ? author.name + (author.lab ? `, ${author.lab}` : "") : "Somebody who has left";

  if (comment.deleted)
    return (
      <p className="text-sm text-muted">
        A comment by {name} was deleted. <When date={comment.createdAt} />
      </p>
    );
  const copy = () => {
    const address = addressOf(comment.id);
    navigator.clipboard.writeText(address).then(
      () => toast({ title: "The address of this comment is copied." }),
      () => toast({ title: "The browser did not allow copying.", description: address }),
    );
  };
  return (
    <article
      ref={ref}
      tabIndex={-1}
      aria-label={`Comment by ${name}`}
      className={clsx("flex flex-col gap-1", meant && "-m-1 rounded bg-accent-wash p-1")}
    >
      <div className="flex items-start justify-between gap-2">
        <p className="min-w-0 text-sm">
          <span className="font-medium">{author?.name ?? "Somebody who has left"}</span>
          {author?.lab && <span className="text-muted">, {author.lab}</span>}{" "}
          <span className="text-muted">
            <When date={comment.createdAt} />
            {comment.editedAt && (
              <>
                {", "}
                <button type="button" className="underline" onClick={() => setHistory(true)}>
                  edited
                </button>
              </>
            )}
          </span>
        </p>
        <Menu
          trigger={
            <IconButton label={`More about the comment by ${name}`} className="-my-1.5">
              <Ellipsis size={16} aria-hidden />
            </IconButton>
          }
        >
          <MenuItem onSelect={copy}>Copy its address</MenuItem>
          {comment.mine && mayWrite && <MenuItem onSelect={() => setEditing(true)}>Edit</MenuItem>}
          {mayWrite && (comment.mine || role === "owner") && (
            <MenuItem onSelect={() => void deeds.remove(comment.id)}>Delete</MenuItem>
          )}
        </Menu>
      </div>
      {editing ? (
        <Composer
          name={`edit ${comment.id}`}
          label="Edit comment"
          submit="Save"
          visibility={visibility}
          start={{ ...fromBody(comment.body, people), anchor: null }}
          forget
          onSubmit={async (draft) => {
            const kept = await deeds.edit(comment.id, toBody(draft.text, draft.named));
            if (kept) setEditing(false);
            return kept;
          }}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <Markdown text={comment.body} people={people} />
      )}
      <Reactions comment={comment} />
      {history && <HistoryDialog comment={comment} onClose={() => setHistory(false)} />}
    </article>
  );
}
