"use client";
import { useTRPCClient } from "@/components/providers/trpc";
import { useDeed } from "@/components/providers/use-deed";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { objectName } from "@/contracts/lab";
import type { LabelledRef } from "@/contracts/object";
import { Pencil } from "lucide-react";
import { useOptimistic, useRef, useState, useTransition } from "react";
import { useRefreshOf } from "./refresh";

/** The name of an object as a heading, which those who may edit change where it stands. */
export function ObjectTitle({
  lab,
  object,
  name,
  mayEdit,
}: {
  lab: string;
  object: LabelledRef;
  name: string;
  mayEdit: boolean;
}) {
  const client = useTRPCClient();
  const deed = useDeed();
  const refreshes = useRefreshOf(object.kind);
  const [, start] = useTransition();
  const [shown, show] = useOptimistic(name);
  const [typed, setTyped] = useState<string | null>(null);
  const pencil = useRef<HTMLButtonElement>(null);
  const rename = (next: string, undoable = true) =>
    start(async () => {
      show(next);
      await deed({
        does: () => client.objects.rename.mutate({ lab, ref: object, name: next }),
        failed: `It is still called “${name}”.`,
        done: ({ before }) =>
          undoable ? { title: `“${before}” is now “${next}”.`, undo: () => rename(before, false) } : null,
        refreshes,
      });
    });
  const close = () => {
    setTyped(null);
    requestAnimationFrame(() => pencil.current?.focus());
  };
  const keep = () => {
    const read = objectName.safeParse(typed);
    if (read.success && read.data !== name) rename(read.data);
    close();
  };
  if (typed !== null) {
    const problem = objectName.safeParse(typed).error?.issues[0].message;
    return (
      <form
        className="flex min-w-0 flex-1 flex-col"
        onSubmit={(event) => {
          event.preventDefault();
          if (!problem) keep();
        }}
      >
        {/* the page keeps its heading while its name is being written */}
        <h1 className="sr-only">{shown}</h1>
        <Input
          autoFocus
          dir="auto"
          aria-label="Name"
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? "name-problem" : undefined}
          maxLength={120}
          className="!h-9 max-w-xl text-lg font-semibold"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => event.key === "Escape" && close()}
          onBlur={() => (problem ? close() : keep())}
          onFocus={(event) => event.target.select()}
        />
        {problem && (
          <p id="name-problem" className="text-sm text-danger">
            {problem}
          </p>
        )}
      </form>
    );
  }
  return (
    <div className="flex min-w-0 items-start gap-2">
      <h1 className="min-w-0 text-lg break-words">
        <bdi>{shown}</bdi>
      </h1>
      {mayEdit && (
        <IconButton ref={pencil} label="Rename" className="!size-7" onClick={() => setTyped(shown)}>
          <Pencil size={14} aria-hidden />
        </IconButton>
      )}
    </div>
  );
}
