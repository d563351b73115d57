"use client";
import { useSettled } from "@/components/list/use-settled";
import { useTRPC, useTRPCClient } from "@/components/providers/trpc";
import { useDeed } from "@/components/providers/use-deed";
import { searchHref } from "@/components/search/search-href";
import { IconButton } from "@/components/ui/icon-button";
import { mostTags, tag as tagSchema, type LabelledRef } from "@/contracts/object";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { Plus, X } from "lucide-react";
import Link from "next/link";
import { Popover } from "radix-ui";
import { useOptimistic, useState, useTransition } from "react";
import { useRefreshOf } from "./refresh";

/** The tags of an object, each a way to all that has it; those who may edit add and take away. */
export function TagEditor({
  lab,
  object,
  tags,
  mayEdit,
}: {
  lab: string;
  object: LabelledRef;
  tags: readonly string[];
  mayEdit: boolean;
}) {
  const client = useTRPCClient();
  const refreshes = useRefreshOf(object.kind);
  const deed = useDeed();
  const [, start] = useTransition();
  const [shown, show] = useOptimistic(tags);
  const change = (add: readonly string[], remove: readonly string[], undoable = true) =>
    start(async () => {
      const next = [
        ...shown.filter((tag) => !remove.includes(tag)),
        ...add.filter((tag) => !shown.includes(tag)),
      ];
      show(next.toSorted((a, b) => a.localeCompare(b)));
      await deed({
        does: () => client.objects.tag.mutate({ lab, ref: object, add: [...add], remove: [...remove] }),
        failed: "The tags are as they were.",
        done: () =>
          undoable && remove.length > 0
            ? { title: `The tag “${remove[0]}” is taken away.`, undo: () => change(remove, [], false) }
            : null,
        refreshes,
      });
    });
  if (shown.length === 0 && !mayEdit) return null;
  return (
    <ul aria-label="Tags" className="flex flex-wrap items-center gap-1">
      {shown.map((tag) => (
        <li
          key={tag}
          className="inline-flex min-h-6 items-center rounded border border-line text-sm text-muted hover:border-line-strong"
        >
          <Link href={searchHref(lab, { tag })} className="px-1.5 hover:text-ink hover:underline">
            <bdi>{tag}</bdi>
          </Link>
          {mayEdit && (
            <button
              type="button"
              aria-label={`Take away the tag ${tag}`}
              onClick={() => change([], [tag])}
              className="inline-flex size-6 items-center justify-center hover:text-ink"
            >
              <X size={12} aria-hidden />
            </button>
          )}
        </li>
      ))}
      {mayEdit && shown.length < mostTags && (
        <li>
          <AddTag lab={lab} present={shown} onAdd={(tag) => change([tag], [])} />
        </li>
      )}
    </ul>
  );
}

/** Offers the tags that the lab has, so that one word does not become three. */
function AddTag({
  lab,
  present,
  onAdd,
}: {
  lab: string;
  present: readonly string[];
  onAdd: (tag: string) => void;
}) {
  const trpc = useTRPC();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const found = useQuery(
    trpc.search.tags.queryOptions(
      { lab, text: useSettled(typed.trim(), 120), limit: 12 },
      { enabled: open, placeholderData: keepPreviousData },
    ),
  );
  const offered = (found.data ?? []).filter(({ tag }) => !present.includes(tag));
  const fresh = tagSchema.safeParse(typed);
  const isNew =
    fresh.success && ![...present, ...offered.map(({ tag }) => tag)].some((tag) => same(tag, fresh.data));
  const add = (tag: string) => {
    setOpen(false);
    setTyped("");
    onAdd(tag);
  };
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <IconButton label="Add a tag" className="!size-6">
          <Plus size={14} aria-hidden />
        </IconButton>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          className="z-50 w-64 rounded border border-line-strong bg-paper"
        >
          <Command label="Add a tag" shouldFilter={false} loop>
            <Command.Input
              value={typed}
              onValueChange={setTyped}
              maxLength={60}
              placeholder="A tag"
              className="h-9 w-full border-b border-line bg-transparent px-3 outline-none placeholder:text-muted"
            />
            <Command.List className="max-h-60 overflow-y-auto py-1">
              {offered.map(({ tag, count }) => (
                <Command.Item key={tag} value={tag} onSelect={() => add(tag)} className={itemClass}>
                  <bdi className="min-w-0 flex-1 truncate">{tag}</bdi>
                  <span className="text-sm text-muted">{count}</span>
                </Command.Item>
              ))}
              {isNew && (
                <Command.Item
                  value={`new ${fresh.data}`}
                  onSelect={() => add(fresh.data)}
                  className={itemClass}
                >
                  <span className="text-muted">New tag</span> <bdi className="truncate">{fresh.data}</bdi>
                </Command.Item>
              )}
              {!isNew && offered.length === 0 && (
                <p className="px-3 py-1 text-muted">
                  {typed.trim()
                    ? fresh.success
                      ? "It is there already."
                      : fresh.error.issues[0].message
                    : "This lab has no tags yet. Write one."}
                </p>
              )}
            </Command.List>
          </Command>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

const itemClass =
  "flex min-h-8 cursor-pointer items-center gap-2 px-3 py-1 data-[selected=true]:bg-accent-wash";
const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
