"use client";
import type { LabSummary } from "@/contracts/lab";
import { useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { useTRPC } from "../providers/trpc";
import { deeds, places } from "./places";

const group =
  "[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-sm [&_[cmdk-group-heading]]:text-muted";

/** Everything by name, from anywhere. */
export function CommandPalette({
  lab,
  open,
  onOpenChange,
}: {
  lab: LabSummary;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const router = useRouter();
  const go = (path: string) => () => {
    onOpenChange(false);
    router.push(`/lab/${lab.slug}${path}`);
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
        placeholder="Models, experiments, comparisons, pages"
        className="h-12 w-full border-b border-line bg-transparent px-3 outline-none placeholder:text-muted"
      />
      <Command.List className="max-h-[60vh] overflow-y-auto py-1">
        <Command.Empty className="px-3 py-2 text-muted">Nothing has this name in {lab.name}.</Command.Empty>
        <Command.Group heading="Go to" className={group}>
          {places.map(({ path, label, icon: Icon }) => (
            <Item key={path} value={`go ${label}`} onSelect={go(path)}>
              <Icon size={16} aria-hidden className="text-muted" />
              {label}
            </Item>
          ))}
          {lab.role !== "viewer" &&
            lab.role !== "commenter" &&
            deeds.map(({ path, label, icon: Icon }) => (
              <Item key={path} value={`do ${label}`} onSelect={go(path)}>
                <Icon size={16} aria-hidden className="text-muted" />
                {label}
              </Item>
            ))}
        </Command.Group>
        <Objects lab={lab.slug} go={go} />
      </Command.List>
    </Command.Dialog>
  );
}

/** Asks only once the palette is open: a query that waited from the start would come between a page and its own data. */
function Objects({ lab, go }: { lab: string; go: (path: string) => () => void }) {
  const trpc = useTRPC();
  const models = useQuery(trpc.models.list.queryOptions({ lab }));
  const experiments = useQuery(trpc.experiments.list.queryOptions({ lab }));
  const datasets = useQuery(trpc.datasets.list.queryOptions({ lab }));
  const comparisons = useQuery(trpc.comparisons.list.queryOptions({ lab }));
  return (
    <>
      <Found title="Comparisons" kind="compare" found={comparisons.data} go={go} />
      <Found title="Experiments" kind="experiments" found={experiments.data} go={go} />
      <Found title="Models" kind="models" found={models.data} go={go} />
      <Found title="Datasets" kind="datasets" found={datasets.data} go={go} />
    </>
  );
}

function Found({
  title,
  kind,
  found = [],
  go,
}: {
  title: string;
  kind: string;
  found?: readonly { id: string; name: string }[];
  go: (path: string) => () => void;
}) {
  if (found.length === 0) return null;
  return (
    <Command.Group heading={title} className={group}>
      {found.map(({ id, name }) => (
        <Item key={id} value={`${kind} ${name} ${id}`} onSelect={go(`/${kind}/${id}`)}>
          {name}
        </Item>
      ))}
    </Command.Group>
  );
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
