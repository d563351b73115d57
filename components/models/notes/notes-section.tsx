"use client";
import { QueryState } from "@/components/list/query-state";
import { Markdown } from "@/components/markdown/markdown";
import { useMember } from "@/components/people/member";
import { useTRPC } from "@/components/providers/trpc";
import { Button } from "@/components/ui/button";
import { Name } from "@/components/ui/name";
import { useToast } from "@/components/ui/toast";
import { When } from "@/components/ui/when";
import type { ModelNotes } from "@/contracts/model";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState, useSyncExternalStore } from "react";
import { readKept, type KeptText } from "./kept-text";
import { NotesEditor } from "./notes-editor";
import { NotesHistory } from "./notes-history";

const never = () => () => {};

/** What the lab writes about a model, over all its versions. */
export function NotesSection({ lab, model, mayEdit }: { lab: string; model: string; mayEdit: boolean }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.models.notes.queryOptions({ lab, modelId: model }));
  return (
    <section aria-labelledby="notes" className="flex max-w-3xl flex-col gap-2">
      <h2 id="notes" className="font-semibold">
        Notes
      </h2>
      <QueryState query={query} what="the notes of this model" waiting={null}>
        {(notes) => <Notes lab={lab} model={model} notes={notes} mayEdit={mayEdit} />}
      </QueryState>
    </section>
  );
}

function Notes({
  lab,
  model,
  notes,
  mayEdit,
}: {
  lab: string;
  model: string;
  notes: ModelNotes;
  mayEdit: boolean;
}) {
  const { id } = useMember();
  const alive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  // what was typed before the page was left is there again
  const kept = useMemo(() => (alive ? readKept(id, model) : null), [alive, id, model]);
  const [chosen, setStarted] = useState<KeptText | null | undefined>(undefined);
  const started = chosen === undefined ? kept : chosen;
  const toast = useToast();
  const [looking, setLooking] = useState(false);
  const leave = (left: KeptText | null) => {
    setStarted(null);
    if (left) toast({ title: "The notes are as they were.", undo: () => setStarted(left) });
  };
  if (started && mayEdit)
    return <NotesEditor lab={lab} model={model} start={started} now={notes} onDone={leave} />;
  return (
    <>
      {notes.text === "" ? (
        <p className="text-muted">
          {mayEdit
            ? "Nothing is written yet. Why these values, what they were fitted to, what the model cannot do: notes hold for all versions, in Markdown with formulas."
            : "Nothing is written yet."}
        </p>
      ) : (
        <Markdown text={notes.text} />
      )}
      <div className="flex flex-wrap items-center gap-2">
        {mayEdit && (
          <Button onClick={() => setStarted({ text: notes.text, basedOn: notes.number, base: notes.text })}>
            {notes.text === "" ? "Write notes" : "Edit notes"}
          </Button>
        )}
        {notes.number > 0 && (
          <>
            {mayEdit && (
              <Button look="quiet" onClick={() => setLooking(true)}>
                History
              </Button>
            )}
            <span className="text-sm text-muted">
              <Name name={notes.author} />, <When date={notes.createdAt} />
            </span>
          </>
        )}
      </div>
      {looking && (
        <NotesHistory
          lab={lab}
          model={model}
          onClose={() => setLooking(false)}
          onTake={(text) => {
            setLooking(false);
            setStarted({ text, basedOn: notes.number, base: notes.text });
          }}
        />
      )}
    </>
  );
}
