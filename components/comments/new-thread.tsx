"use client";
import type { Anchor } from "@/contracts/comment";
import { objectKey } from "@/contracts/object";
import { AboutField } from "./about-field";
import { Composer } from "./composer";
import { useDiscussion } from "./use-discussion";

/** Begins a thread where the reader was; the place can still be changed, also without a pointer. */
export function NewThread({ begun }: { begun: Anchor }) {
  const { lab, object, shown, store, outbox } = useDiscussion();
  const setAnchor = (anchor: Anchor) => store.set({ begun: anchor });
  return (
    <section aria-label="New comment" className="rounded border border-line-strong p-3">
      <Composer
        name={`${lab} ${objectKey(object)}`}
        label="New comment"
        submit="Comment"
        anchor={begun}
        onAnchor={setAnchor}
        above={<AboutField anchor={begun} onAnchor={setAnchor} />}
        onSubmit={(draft) => {
          outbox.send({ ...draft, anchor: begun }, { thread: null, shown, visibility: "lab" });
          store.set({ begun: null });
        }}
        onCancel={() => store.set({ begun: null })}
      />
    </section>
  );
}
