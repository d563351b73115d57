"use client";
import type { LabSummary } from "@/contracts/lab";
import { objectKinds, objectTitle } from "@/contracts/object";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { useState, type ReactNode } from "react";
import { useSettled } from "../list/use-settled";
import { useTRPC } from "../providers/trpc";
import { Name } from "../ui/name";
import { deeds, places } from "./places";

const group =
  "[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-sm [&_[cmdk-group-heading]]:text-muted";

/** Everything by name, from anywhere. */
export function CommandPalette({
  lab,
  labs,
  open,
  onOpenChange,
}: {
  lab: LabSummary;
  labs: readonly LabSummary[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const router = useRouter();
  const [text, setText] = useState("");
  const go = (path: string) => () => {
    onOpenChange(false);
    router.push(path);
  };
  return (
    <Command.Dialog
      open={open}
      onOpenChange={onOpenChange}
      label="Search"
      overlayClassName="fixed inset-0 z-40 bg-overlay"
      contentClassName="fixed inset-x-2 top-[12vh] z-50 mx-auto max-w-xl rounded border border-line-strong bg-paper"
    >
      <Command.Input
        value={text}
        onValueChange={setText}
        placeholder="Models, experiments, comparisons, pages"
        className="h-12 w-full border-b border-line bg-transparent px-3 outline-none placeholder:text-muted"
      />
      <Command.List className="max-h-[60vh] overflow-y-auto py-1">
        <Command.Empty className="px-3 py-2 text-muted">Nothing has this name in {lab.name}.</Command.Empty>
        <Command.Group heading="Go to" className={group}>
          {places.map(({ path, label, icon: Icon }) => (
            <Item key={path} value={`go ${label}`} onSelect={go(`/lab/${lab.slug}${path}`)}>
              <Icon size={16} aria-hidden className="text-muted" />
              {label}
            </Item>
          ))}
          {lab.role !== "viewer" &&
            lab.role !== "commenter" &&
            deeds.map(({ path, label, icon: Icon }) => (
              <Item key={path} value={`do ${label}`} onSelect={go(`/lab/${lab.slug}${path}`)}>
                <Icon size={16} aria-hidden className="text-muted" />
                {label}
              </Item>
            ))}
        </Command.Group>
        {labs.length > 1 && (
          <Command.Group heading="Labs" className={group}>
            {labs
              .filter(({ slug }) => slug !== lab.slug)
              .map(({ slug, name, role }) => (
                <Item key={slug} value={`lab ${name} ${slug}`} onSelect={go(`/lab/${slug}`)}>
                  {name} <span className="text-sm text-muted">{role}</span>
                </Item>
              ))}
          </Command.Group>
        )}
        <Objects lab={lab.slug} text={text} go={go} />
      </Command.List>
    </Command.Dialog>
  );
}

/** Asks only once the palette is open: a query that waited from the start would come between a page and its own data. */
function Objects({ lab, text, go }: { lab: string; text: string; go: (path: string) => () => void }) {
  const trpc = useTRPC();
  const found = useQuery(
    trpc.objects.list.queryOptions(
      { lab, text: useSettled(text.trim(), 150), limit: 8 },
      { placeholderData: keepPreviousData },
    ),
  );
  return objectKinds.map((kind) => {
    const own = (found.data ?? []).filter(({ ref }) => ref.kind === kind);
    if (own.length === 0) return null;
    return (
      <Command.Group key={kind} heading={objectTitle[kind]} className={group}>
        {own.map(({ ref, name, href }) => (
          <Item key={ref.id} value={`${kind} ${name} ${ref.id}`} onSelect={go(href)}>
            <Name name={name} />
          </Item>
        ))}
      </Command.Group>
    );
  });
}

function Item({ value, onSelect, children }: { value: string; onSelect: () => void; children: ReactNode }) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="flex min-h-8 cursor-pointer items-center gap-2 px-3 data-[selected=true]:bg-accent-wash"
    >
      {children}
    </Command.Item>
  );
}
