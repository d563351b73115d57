"use client";
import { said } from "@/components/list/said";
import { useMember } from "@/components/people/member";
import { useTRPC, useTRPCClient } from "@/components/providers/trpc";
import { objectKey, type ObjectRef } from "@/contracts/object";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { dropUnsent, readUnsent, writeUnsent, type Draft, type Unsent } from "./kept";
import { toBody } from "./named";

const closed = "The page was closed before the server had answered.";

export interface Outbox {
  /** On their way, or refused with a reason. */
  readonly items: readonly Unsent[];
  send(draft: Draft, to: Pick<Unsent, "thread" | "shown" | "visibility">): void;
  /** Under the same name as before: what arrived after all is not written twice. */
  again(item: Unsent): void;
  drop(once: string): void;
}

/** Comments between the field and the server. What is not acknowledged stays, in this browser, until its author decides. */
export function useOutbox(
  lab: string,
  object: ObjectRef,
  onSent: (written: { thread: string; comment: string }) => void,
): Outbox {
  const { id: me } = useMember();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const [items, setItems] = useState<readonly Unsent[]>(() =>
    typeof window === "undefined"
      ? []
      : readUnsent(me)
          .filter((item) => item.lab === lab && objectKey(item.object) === objectKey(object))
          .map((item) => ({ ...item, reason: item.reason ?? closed })),
  );

  const put = useCallback(
    (item: Unsent) => {
      writeUnsent(me, item);
      setItems((all) => [...all.filter(({ once }) => once !== item.once), item]);
    },
    [me],
  );
  const drop = useCallback(
    (once: string) => {
      dropUnsent(me, once);
      setItems((all) => all.filter((item) => item.once !== once));
    },
    [me],
  );
  const post = useCallback(
    async (item: Unsent) => {
      put({ ...item, reason: null });
      const { thread, shown, visibility, once, anchor, text, named } = item;
      const body = toBody(text, named);
      try {
        const written =
          thread === null
            ? await client.comments.start.mutate({
                ...{ lab, object, shown, visibility, body, once },
                anchor: anchor ?? { figure: null, place: null },
              })
            : await client.comments.reply.mutate({ lab, thread, body, once });
        await queryClient.invalidateQueries({ queryKey: trpc.comments.pathKey() });
        drop(once);
        onSent(written);
      } catch (error) {
        put({ ...item, reason: said(error as Error) });
      }
    },
    [put, drop, client, queryClient, trpc, lab, object, onSent],
  );

  return {
    items,
    drop,
    again: (item) => void post(item),
    send: (draft, to) =>
      void post({ ...draft, ...to, lab, object, once: newName(), at: new Date(), reason: null }),
  };
}

/** `crypto.randomUUID` is there only where the page came by https or from this machine. */
const newName = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join(
    "",
  );
