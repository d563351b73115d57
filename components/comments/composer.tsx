"use client";
import { Markdown } from "@/components/markdown/markdown";
import { useTRPC } from "@/components/providers/trpc";
import { Button } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/input";
import { type Anchor, longestComment, type Visibility } from "@/contracts/comment";
import { skipToken, useQuery } from "@tanstack/react-query";
import clsx from "clsx";
import {
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from "react";
import { useDiscussion } from "./use-discussion";
import { emptyDraft, type Draft } from "./kept";
import { labelled, matching, toBody, typedName } from "./named";
import { useDraft } from "./use-draft";

interface Props {
  /** Under which what is typed is kept. */
  name: string;
  label: string;
  submit: string;
  start?: Draft;
  above?: ReactNode;
  /** Who will read it, and so can be named. */
  visibility: Visibility;
  anchor?: Anchor;
  /** What was kept knows a place: the page goes there. */
  onAnchor?: (anchor: Anchor) => void;
  /** What was typed is kept until this has happened; false keeps it and lets its author go on. */
  onSubmit: (draft: Draft) => Promise<boolean> | void;
  /** Of a text that is there already: not to change it forgets the change. */
  forget?: boolean;
  onCancel: () => void;
}

const listed = 6;

/** A field for Markdown in which an @ names people. Ctrl and Enter send. */
export function Composer({
  name,
  label,
  submit,
  start,
  above,
  visibility,
  anchor,
  onAnchor,
  onSubmit,
  forget = false,
  onCancel,
}: Props) {
  const id = useId();
  const { lab, object } = useDiscussion();
  const [draft, setDraft] = useDraft(name, start);
  const [busy, setBusy] = useState(false);
  const [preview, setPreview] = useState(false);
  const [caret, setCaret] = useState(0);
  const [chosen, setChosen] = useState(0);
  const [dismissed, setDismissed] = useState<number | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);

  const typed = typedName(draft.text, caret);
  const trpc = useTRPC();
  const audience = useQuery(
    trpc.comments.audience.queryOptions(typed ? { lab, object, visibility } : skipToken, {
      staleTime: 60_000,
    }),
  );
  const people = audience.data ? labelled(audience.data) : [];
  const found = typed && typed.from !== dismissed ? matching(people, typed.name).slice(0, listed) : [];
  const active = found[Math.min(chosen, found.length - 1)];

  const first = useRef({ kept: draft.anchor, begun: anchor, onAnchor });
  useEffect(() => {
    field.current?.focus();
    const { kept: before, begun, onAnchor: restore } = first.current;
    // a place that was just chosen goes before one that was chosen yesterday
    if (before && !begun?.figure) restore?.(before);
  }, []);

  // before the next key: a fast typist is ahead of a frame
  const placed = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (placed.current !== null) field.current?.setSelectionRange(placed.current, placed.current);
    placed.current = null;
  });

  const change = (text: string) => setDraft({ ...draft, text, anchor: anchor ?? null });
  const choose = (person: (typeof people)[number]) => {
    if (!typed) return;
    const text = `${draft.text.slice(0, typed.from)}@${person.label} ${draft.text.slice(caret)}`;
    const named = [
      ...draft.named.filter(({ label: one }) => one !== person.label),
      { label: person.label, id: person.id },
    ];
    setDraft({ text, named, anchor: anchor ?? null });
    const at = typed.from + person.label.length + 2;
    setCaret(at);
    placed.current = at;
  };
  const tooLong = toBody(draft.text, draft.named).length > longestComment;
  const ready = draft.text.trim() !== "" && !tooLong && !busy;
  const clear = () => setDraft(emptyDraft);
  const send = async () => {
    if (!ready) return;
    const sent = onSubmit(draft);
    if (!sent) return clear();
    setBusy(true);
    if (await sent) clear();
    else setBusy(false);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      return void send();
    }
    if (!active || !typed) return;
    const moves: Record<string, () => void> = {
      ArrowDown: () => setChosen((now) => (now + 1) % found.length),
      ArrowUp: () => setChosen((now) => (now + found.length - 1) % found.length),
      Enter: () => choose(active),
      Tab: () => choose(active),
      Escape: () => setDismissed(typed.from),
    };
    const move = moves[event.key];
    if (!move || event.altKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    move();
  };

  return (
    <form
      noValidate
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {above}
      {preview ? (
        <div className="min-h-20 rounded border border-line p-2" aria-label="Preview" role="region">
          <Markdown
            text={toBody(draft.text, draft.named) || "Nothing yet."}
            people={Object.fromEntries(draft.named.map(({ id: person, label: one }) => [person, one]))}
          />
        </div>
      ) : (
        <div className="relative">
          <TextArea
            ref={field}
            id={`${id}t`}
            aria-label={label}
            aria-describedby={`${id}h`}
            aria-invalid={tooLong || undefined}
            aria-autocomplete="list"
            aria-controls={found.length > 0 ? `${id}l` : undefined}
            aria-activedescendant={active ? `${id}${active.id}` : undefined}
            rows={4}
            value={draft.text}
            onChange={(event) => {
              setCaret(event.target.selectionStart);
              setChosen(0);
              change(event.target.value);
            }}
            onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
            onKeyDown={onKeyDown}
          />
          {found.length > 0 && (
            <ul
              id={`${id}l`}
              role="listbox"
              aria-label="People"
              className="absolute inset-x-0 top-full z-10 max-h-56 overflow-y-auto rounded border border-line-strong bg-paper py-1"
            >
              {found.map((person) => (
                <li
                  key={person.id}
                  id={`${id}${person.id}`}
                  role="option"
                  aria-selected={person === active}
                  className={clsx(
                    "flex min-h-8 cursor-pointer flex-wrap items-center gap-x-2 px-2",
                    person === active && "bg-accent-wash",
                  )}
                  onPointerDown={(event) => {
                    // the field keeps the focus
                    event.preventDefault();
                    choose(person);
                  }}
                >
                  {person.name} <span className="text-sm text-muted">{person.hint}</span>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      <p id={`${id}h`} className={clsx("text-sm", tooLong ? "text-danger" : "text-muted")}>
        {tooLong
          ? `At most ${longestComment.toLocaleString("en")} characters.`
          : "Markdown, $formulas$, @ to name somebody. Ctrl and Enter send."}
      </p>
      <p role="status" className="sr-only">
        {found.length > 0 && `${found.length} people; arrow keys choose, Enter takes ${active?.name}.`}
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <SubmitButton disabled={!ready} busy={busy}>
          {submit}
        </SubmitButton>
        <Button onClick={() => setPreview((on) => !on)} aria-pressed={preview}>
          Preview
        </Button>
        <Button
          look="quiet"
          onClick={() => {
            if (forget) clear();
            onCancel();
          }}
        >
          Cancel
        </Button>
      </div>
    </form>
  );
}
