/** What a deed does to the threads on the page, before the server has said so. */
import {
  type CommentView,
  type ReactionKey,
  reactionKeys,
  type ThreadsView,
  type ThreadView,
} from "@/contracts/comment";

type Edit<T> = (value: T) => T;

/** Everything else keeps its identity. */
export const onThread =
  (id: string, edit: Edit<ThreadView>): Edit<ThreadsView> =>
  (view) => ({ ...view, threads: view.threads.map((thread) => (thread.id === id ? edit(thread) : thread)) });

export const onComment =
  (id: string, edit: Edit<CommentView>): Edit<ThreadsView> =>
  (view) => ({
    ...view,
    threads: view.threads.map((thread) =>
      thread.comments.some((comment) => comment.id === id)
        ? { ...thread, comments: thread.comments.map((one) => (one.id === id ? edit(one) : one)) }
        : thread,
    ),
  });

export const reacted =
  (key: ReactionKey, on: boolean, name: string): Edit<CommentView> =>
  (comment) => {
    const own = comment.reactions.find((reaction) => reaction.key === key);
    const names = own?.names ?? [];
    const place = names.lastIndexOf(name);
    const next = {
      key,
      mine: on,
      names: on ? (own?.mine ? names : [...names, name]) : names.filter((_, index) => index !== place),
    };
    const others = comment.reactions.filter((reaction) => reaction.key !== key);
    const all = next.names.length > 0 ? [...others, next] : others;
    return {
      ...comment,
      reactions: reactionKeys.flatMap((one) => all.filter((reaction) => reaction.key === one)),
    };
  };

export const resolved = (id: string, by: string | null, at: Date): Edit<ThreadsView> => {
  const edit = onThread(id, (thread) => ({ ...thread, resolved: by === null ? null : { at, by } }));
  return (view) => {
    const before = view.threads.find((thread) => thread.id === id);
    if (!before || (before.resolved === null) === (by === null)) return view;
    return { ...edit(view), open: view.open + (by === null ? 1 : -1) };
  };
};
