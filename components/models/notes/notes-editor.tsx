"use client";
import { said } from "@/components/list/said";
import { Markdown } from "@/components/markdown/markdown";
import { useMember } from "@/components/people/member";
import { useTRPC, useTRPCClient } from "@/components/providers/trpc";
import { Button } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/input";
import { Problem } from "@/components/ui/problem";
import type { ModelNotes } from "@/contracts/model";
import type { ProblemDetails } from "@/server/errors";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type KeptText, writeKept } from "./kept-text";
import { NotesConflict } from "./notes-conflict";

const isConflict = (error: unknown) =>
  (error as { data?: { problem?: ProblemDetails } }).data?.problem?.code === "conflict";

/** Writes notes; when somebody else saved first, both texts are shown and one chooses. Nothing typed is ever lost. */
export function NotesEditor({
  lab,
  model,
  start,
  now,
  onDone,
}: {
  lab: string;
  model: string;
  start: KeptText;
  /** What readers see at this moment. */
  now: ModelNotes;
  /** @param left what was typed and not saved. */
  onDone: (left: KeptText | null) => void;
}) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const { id } = useMember();
  const [draft, setDraft] = useState(start);
  const [preview, setPreview] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [theirs, setTheirs] = useState<ModelNotes | null>(null);
  const queryKey = trpc.models.notes.queryKey({ lab, modelId: model });

  const change = (text: string) => {
    const next = { ...draft, text };
    setDraft(next);
    writeKept(id, model, next);
  };
  const close = (left: KeptText | null) => {
    writeKept(id, model, null);
    onDone(left);
  };
  const send = async (of: { basedOn: number; text: string | null; aside?: string }) => {
    setBusy(true);
    setProblem(null);
    try {
      const saved = await client.models.saveNotes.mutate({ lab, modelId: model, ...of });
      queryClient.setQueryData(queryKey, saved);
      void queryClient.invalidateQueries({ queryKey: trpc.models.notesHistory.pathKey() });
      close(null);
    } catch (error) {
      if (isConflict(error))
        setTheirs(
          await queryClient.fetchQuery({
            ...trpc.models.notes.queryOptions({ lab, modelId: model }),
            staleTime: 0,
          }),
        );
      else setProblem(said(error as Error));
    } finally {
      setBusy(false);
    }
  };
  const moved = now.number !== draft.basedOn;
  return (
    <form
      noValidate
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void send({ basedOn: draft.basedOn, text: draft.text });
      }}
    >
      {preview ? (
        <div role="region" aria-label="Preview" className="min-h-40 rounded border border-line p-2">
          <Markdown text={draft.text} />
        </div>
      ) : (
        <Field label="Text" hint="Markdown; formulas between dollar signs, $\eta = 0.1$.">
          {(control) => (
            <TextArea
              {...control}
              rows={10}
              dir="auto"
              maxLength={20_000}
              value={draft.text}
              onChange={(event) => change(event.target.value)}
            />
          )}
        </Field>
      )}
      {moved && (
        <p role="status" className="text-sm">
          {now.author ?? "Somebody"} saved other notes meanwhile. When you save, you see both and choose.
        </p>
      )}
      {problem && <Problem title="The notes were not saved.">{problem}</Problem>}
      <div className="flex flex-wrap gap-2">
        <SubmitButton busy={busy}>Save notes</SubmitButton>
        <Button aria-pressed={preview} onClick={() => setPreview(!preview)}>
          Preview
        </Button>
        <Button look="quiet" onClick={() => close(draft.text === draft.base ? null : draft)}>
          Leave as it was
        </Button>
      </div>
      {theirs && (
        <NotesConflict
          base={draft.base}
          mine={draft.text}
          theirs={theirs}
          busy={busy}
          onLater={() => setTheirs(null)}
          onMine={() => void send({ basedOn: theirs.number, text: draft.text })}
          onTheirs={() => void send({ basedOn: theirs.number, text: null, aside: draft.text })}
          onBoth={(text) => void send({ basedOn: theirs.number, text, aside: draft.text })}
        />
      )}
    </form>
  );
}
