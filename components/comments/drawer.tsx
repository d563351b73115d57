"use client";
import { QueryState } from "@/components/list/query-state";
import { useTRPC } from "@/components/providers/trpc";
import { useShare } from "@/components/sharing/share-context";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { IconButton } from "@/components/ui/icon-button";
import { Problem } from "@/components/ui/problem";
import type { ThreadView } from "@/contracts/comment";
import { objectKey, objectTitle } from "@/contracts/object";
import { skipToken, useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { Dialog } from "radix-ui";
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import { useDiscussion, useTalk } from "./use-discussion";
import { NewThread } from "./new-thread";
import { ThreadCard } from "./thread-card";
import { UnsentCard } from "./unsent-card";
import { useWide } from "./use-wide";

/** The conversation: beside the page where there is room, a sheet from below on a phone. */
export function Drawer() {
  const { store } = useDiscussion();
  const wide = useWide();
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    opener.current = document.activeElement;
    return () => {
      forgetAddress();
      const from = opener.current;
      // back to where the reader was, unless they have gone elsewhere meanwhile
      if (from instanceof HTMLElement && document.activeElement === document.body) from.focus();
    };
  }, []);
  const close = () => store.set({ open: false });
  return wide ? <Beside onClose={close} /> : <Sheet onClose={close} />;
}

/** A closed drawer is not opened again by a reload. */
function forgetAddress() {
  const url = new URL(window.location.href);
  if (!url.searchParams.has("comment")) return;
  url.searchParams.delete("comment");
  window.history.replaceState(null, "", url);
}

function Beside({ onClose }: { onClose: () => void }) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    onClose();
  };
  return (
    <aside
      aria-label="Comments"
      onKeyDown={onKeyDown}
      className="z-30 border-line bg-paper max-[1399px]:fixed max-[1399px]:inset-y-0 max-[1399px]:right-0 max-[1399px]:w-96 max-[1399px]:border-l max-[1399px]:border-line-strong max-[1399px]:px-4 min-[1400px]:-my-4 min-[1400px]:border-l min-[1400px]:pl-4"
    >
      <div className="sticky top-0 flex h-dvh flex-col gap-4 overflow-y-auto py-4">
        <Head title={<h2 className="text-base font-semibold">Comments</h2>} onClose={onClose} />
        <Body />
      </div>
    </aside>
  );
}

function Sheet({ onClose }: { onClose: () => void }) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-overlay" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-x-0 bottom-0 z-50 flex max-h-[80dvh] flex-col gap-4 overflow-y-auto rounded-t border-t border-line-strong bg-paper p-4"
        >
          <Head
            title={<Dialog.Title className="text-base font-semibold">Comments</Dialog.Title>}
            onClose={onClose}
          />
          <Body />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Head({ title, onClose }: { title: ReactNode; onClose: () => void }) {
  return (
    <div className="flex items-center justify-between gap-2">
      {title}
      <IconButton label="Close comments" onClick={onClose}>
        <X size={16} aria-hidden />
      </IconButton>
    </div>
  );
}

/** The thread of an addressed comment that the list does not hold: an old one, or one within a long thread. */
function useAddressed(listed: readonly ThreadView[] | undefined) {
  const { lab, object, store } = useDiscussion();
  const { comment } = useTalk(store);
  const trpc = useTRPC();
  const missing =
    comment !== null &&
    listed !== undefined &&
    !listed.some(({ comments }) => comments.some(({ id }) => id === comment));
  const query = useQuery(trpc.comments.thread.queryOptions(missing ? { lab, of: { comment } } : skipToken));
  if (!missing) return null;
  if (query.data && objectKey(query.data.object) === objectKey(object)) return query.data;
  return query.data || query.isError ? "missing" : null;
}

function Body() {
  const { object, store, threads, outbox, mayWrite } = useDiscussion();
  const { begun } = useTalk(store);
  const share = useShare();
  const addressed = useAddressed(threads.query.data?.threads);
  const waiting = outbox.items.filter(({ thread }) => thread === null);
  return (
    <>
      {mayWrite &&
        (begun ? (
          <NewThread begun={begun} />
        ) : (
          <Button className="self-start" onClick={() => store.set({ begun: { figure: null, place: null } })}>
            New comment
          </Button>
        ))}
      {waiting.map((item) => (
        <UnsentCard key={item.once} item={item} />
      ))}
      <QueryState query={threads.query} what="the comments">
        {({ threads: listed, open, total, people }) => {
          const alone = typeof addressed === "object" ? addressed : null;
          const all = listed.filter(({ id }) => id !== alone?.thread.id);
          const resolved = all.filter((thread) => thread.resolved);
          return (
            <>
              {addressed === "missing" && (
                <Problem title="The comment of this address is not here.">
                  It was deleted, or it is about something else.
                </Problem>
              )}
              {alone && <ThreadCard thread={alone.thread} people={alone.people} />}
              {total === 0 && waiting.length === 0 && (
                <EmptyState title="Nobody has said anything yet.">
                  {mayWrite
                    ? `What you write about the ${objectTitle[object.kind].toLowerCase()} is read by everybody in ${share ? `your lab and in ${share.from}` : "this lab"}. Press C on a figure to write about a point or a window of it.`
                    : "What others write stands here."}
                </EmptyState>
              )}
              <ol className="flex flex-col gap-4" aria-label={`${open} open`}>
                {all
                  .filter((thread) => !thread.resolved)
                  .map((thread) => (
                    <li key={thread.id}>
                      <ThreadCard thread={thread} people={people} />
                    </li>
                  ))}
              </ol>
              {resolved.length > 0 && (
                <section aria-label="Resolved" className="flex flex-col gap-2">
                  <h3 className="text-sm font-medium text-muted">Resolved</h3>
                  <ol className="flex flex-col gap-2">
                    {resolved.map((thread) => (
                      <li key={thread.id}>
                        <ThreadCard thread={thread} people={people} />
                      </li>
                    ))}
                  </ol>
                </section>
              )}
              {listed.length < total && (
                <Button className="self-start" busy={threads.query.isFetching} onClick={threads.more}>
                  Show {total - listed.length} older
                </Button>
              )}
            </>
          );
        }}
      </QueryState>
    </>
  );
}
