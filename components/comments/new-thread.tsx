"use client";
import { useShare } from "@/components/sharing/share-context";
import type { Anchor } from "@/contracts/comment";
import { objectKey } from "@/contracts/object";
import { useState } from "react";
import { AboutField } from "./about-field";
import { Composer } from "./composer";
import { ReadBy } from "./read-by";
import { useDiscussion } from "./use-discussion";

/** Begins a thread where the reader was; the place can still be changed, also without a pointer. */
export function NewThread({ begun }: { begun: Anchor }) {
  const { lab, object, shown, store, outbox, threads } = useDiscussion();
  const visits = useShare() !== null;
  const others = threads.query.data?.otherLabs ?? [];
  const [wide, setWide] = useState(false);
  const visibility = visits || (wide && others.length > 0) ? "shared" : "lab";
  const setAnchor = (anchor: Anchor) => store.set({ begun: anchor });
  return (
    <section aria-label="New comment" className="rounded border border-line-strong p-3">
      <Composer
        name={`${lab} ${objectKey(object)}`}
        label="New comment"
        submit="Comment"
        anchor={begun}
        onAnchor={setAnchor}
        visibility={visibility}
        above={
          <>
            <AboutField anchor={begun} onAnchor={setAnchor} />
            <ReadBy visits={visits} others={others} wide={wide} onWide={setWide} />
          </>
        }
        onSubmit={(draft) => {
          outbox.send({ ...draft, anchor: begun }, { thread: null, shown, visibility });
          store.set({ begun: null });
        }}
        onCancel={() => store.set({ begun: null })}
      />
    </section>
  );
}
