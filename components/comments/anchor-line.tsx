"use client";
import type { ThreadView } from "@/contracts/comment";
import { MapPin } from "lucide-react";
import Link from "next/link";
import { useSyncExternalStore } from "react";
import { useDiscussion, useStateHere } from "./use-discussion";
import { useWide } from "./use-wide";
import { anchorWords, changesSince } from "./words";

/** Where a thread hangs; goes there. Below, what changed since. */
export function AnchorLine({ thread }: { thread: ThreadView }) {
  const { object, store, asSeen } = useDiscussion();
  const wide = useWide();
  const now = useStateHere();
  const figures = useSyncExternalStore(store.subscribe, store.figures, store.figures);
  const { figure, place } = thread.anchor;
  const words = anchorWords(thread.anchor, object.kind);
  const noted = figures.find(({ key }) => key === figure?.key);
  const gone = figure !== null && !noted;
  const elsewhere = place && noted && place.axis.key !== noted.axis.key;
  const changes = now ? changesSince(object.kind, thread.seen, now) : [];
  const link = changes.length > 0 ? asSeen(thread.seen) : null;
  const go = () => {
    // a sheet lies over what it leads to
    store.set(wide ? { thread: thread.id, comment: null } : { open: false, thread: thread.id });
    const element = noted?.element();
    (element?.closest("figure") ?? element)?.scrollIntoView({ block: "center" });
  };
  return (
    <div className="min-w-0 text-sm">
      {noted ? (
        <button
          type="button"
          onClick={go}
          className="flex items-start gap-1 text-left text-accent underline underline-offset-2"
        >
          <MapPin size={14} aria-hidden className="mt-px shrink-0" />
          <span className="min-w-0 break-words">{words}</span>
        </button>
      ) : (
        <p className="break-words text-muted">{words}</p>
      )}
      {(gone || elsewhere || changes.length > 0) && (
        <p className="mt-1 text-muted">
          {gone && "This figure is not shown here now. "}
          {elsewhere && "Its axis is another one now. "}
          {changes.join(" ")}
          {link && (
            <>
              {" "}
              <Link href={link} className="text-accent underline">
                Show it as it was
              </Link>
            </>
          )}
        </p>
      )}
    </div>
  );
}
