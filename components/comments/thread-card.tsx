"use client";
import { said } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { When } from "@/components/ui/when";
import { splitMentions, type CommentView, type ThreadView } from "@/contracts/comment";
import { skipToken, useQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { Bell, BellOff, Check, Ellipsis, Handshake, RotateCcw } from "lucide-react";
import { useState } from "react";
import { AnchorLine } from "./anchor-line";
import { CommentItem } from "./comment-item";
import { Composer } from "./composer";
import { useDiscussion, useTalk } from "./use-discussion";
import { UnsentCard } from "./unsent-card";
import { useArrival } from "./use-arrival";

type People = Readonly<Record<string, string>>;

/** One conversation: where it hangs, what was said, and a field to answer in. A resolved one is a line until it is opened. */
export function ThreadCard({ thread, people }: { thread: ThreadView; people: People }) {
  const { store, deeds, mayWrite, shown, outbox, threads } = useDiscussion();
  const others = threads.query.data?.otherLabs ?? [];
  const talk = useTalk(store);
  const [unfolded, setUnfolded] = useState(false);
  const [replying, setReplying] = useState(false);
  const whole = useWhole(thread, people);
  const { comments, left } = whole.thread;
  const meant = talk.thread === thread.id || comments.some(({ id }) => id === talk.comment);
  const ref = useArrival(meant && talk.comment === null, talk.turn);
  const folded = thread.resolved !== null && !unfolded && !meant;
  const waiting = outbox.items.filter((item) => item.thread === thread.id);
  const [first] = comments;

  if (folded)
    return (
      <div className="flex items-start justify-between gap-2 rounded border border-line p-2">
        <p className="min-w-0 text-sm text-muted">
          <span className="line-clamp-2 break-words">
            {first?.author?.name ?? "Somebody who has left"}: {first ? inWords(first.body, people) : ""}
          </span>
          Resolved by {thread.resolved?.by ?? "somebody who has left"}, <When date={thread.resolved!.at} />
        </p>
        <Button look="quiet" onClick={() => setUnfolded(true)}>
          Show
        </Button>
      </div>
    );
  return (
    <article
      ref={ref}
      tabIndex={-1}
      aria-label={`Thread by ${first?.author?.name ?? "somebody who has left"}`}
      className={clsx("flex flex-col gap-3 rounded border p-3", meant ? "border-accent" : "border-line")}
    >
      <div className="flex items-start justify-between gap-2">
        <AnchorLine thread={thread} />
        <div className="flex shrink-0">
          {mayWrite && (
            <IconButton
              label={thread.resolved ? "Reopen" : "Resolve"}
              onClick={() => {
                setUnfolded(thread.resolved !== null);
                if (!thread.resolved && meant) store.set({ thread: null, comment: null });
                void deeds.resolve(thread.id, !thread.resolved);
              }}
            >
              {thread.resolved ? <RotateCcw size={16} aria-hidden /> : <Check size={16} aria-hidden />}
            </IconButton>
          )}
          {thread.muted !== null && (
            <Menu
              trigger={
                <IconButton label="More about this thread">
                  <Ellipsis size={16} aria-hidden />
                </IconButton>
              }
            >
              <MenuItem onSelect={() => void deeds.mute(thread.id, !thread.muted)}>
                {thread.muted ? <Bell size={16} aria-hidden /> : <BellOff size={16} aria-hidden />}
                {thread.muted ? "Hear of new replies" : "Mute: hear only when I am named"}
              </MenuItem>
            </Menu>
          )}
        </div>
      </div>
      {thread.visibility === "shared" && others.length > 0 && (
        <p className="flex items-center gap-1 text-sm text-muted">
          <Handshake size={14} aria-hidden /> Also read by {others.join(", ")}
        </p>
      )}
      {thread.resolved && (
        <p className="text-sm text-muted">
          Resolved by {thread.resolved.by ?? "somebody who has left"}, <When date={thread.resolved.at} />
        </p>
      )}
      <ol className="flex flex-col gap-3">
        {comments.map((comment, index) => (
          <li key={comment.id} className="flex flex-col gap-3">
            <CommentItem comment={comment} visibility={thread.visibility} people={whole.people} />
            {index === 0 && left > 0 && (
              <Button className="self-start" busy={whole.loading} onClick={whole.load}>
                Show {left} between
              </Button>
            )}
          </li>
        ))}
      </ol>
      {whole.error && <p className="text-sm text-danger">{whole.error}</p>}
      {waiting.map((item) => (
        <UnsentCard key={item.once} item={item} />
      ))}
      {mayWrite &&
        (replying ? (
          <Composer
            name={`thread ${thread.id}`}
            label="Reply"
            submit="Reply"
            visibility={thread.visibility}
            onSubmit={(draft) => {
              setReplying(false);
              outbox.send(draft, { thread: thread.id, shown, visibility: thread.visibility });
            }}
            onCancel={() => setReplying(false)}
          />
        ) : (
          <Button className="self-start" onClick={() => setReplying(true)}>
            Reply
          </Button>
        ))}
    </article>
  );
}

const inWords = (body: string, people: People) =>
  splitMentions(body)
    .map((part, index) => (index % 2 === 0 ? part : `@${people[part] ?? "somebody"}`))
    .join("");

/** The thread with what the list left out, once somebody asked for it. */
function useWhole(thread: ThreadView, people: People) {
  const { lab } = useDiscussion();
  const [wanted, setWanted] = useState(false);
  const trpc = useTRPC();
  const query = useQuery(
    trpc.comments.thread.queryOptions(
      wanted && thread.left > 0 ? { lab, of: { thread: thread.id } } : skipToken,
    ),
  );
  // the list is newer: it comes with every event, and holds the newest of the thread
  const known = new Map<string, CommentView>(thread.comments.map((one) => [one.id, one]));
  const all = query.data?.thread.comments.map((one) => known.get(one.id) ?? one) ?? [];
  const later = thread.comments.filter(({ id }) => !all.some((one) => one.id === id));
  const of = query.data
    ? {
        thread: { ...thread, comments: [...all, ...later], left: 0 },
        people: { ...query.data.people, ...people },
      }
    : { thread, people };
  return {
    ...of,
    loading: query.isLoading,
    load: () => setWanted(true),
    error: query.error ? said(query.error) : null,
  };
}
