"use client";
import { kinds } from "@/components/search/kinds";
import { Marked } from "@/components/search/marked";
import { searchHref } from "@/components/search/search-href";
import { Keys } from "@/components/ui/keys";
import type { LabSummary } from "@/contracts/lab";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { History, Search, Tag, type LucideIcon } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, type ReactNode } from "react";
import { said } from "../list/said";
import { useSettled } from "../list/use-settled";
import { useTRPC } from "../providers/trpc";
import { Name } from "../ui/name";
import { commandsOf, matching, type PaletteCommand } from "./commands";

const group =
  "[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-sm [&_[cmdk-group-heading]]:text-muted";

interface Props {
  lab: LabSummary;
  labs: readonly LabSummary[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** What the palette can start besides going somewhere. */
  onShortcuts: () => void;
  onTour: () => void;
}

/** Everything by name, from anywhere: what was opened last, commands, and what the lab holds. */
export function CommandPalette({ open, onOpenChange, ...rest }: Props) {
  return (
    <Command.Dialog
      open={open}
      onOpenChange={onOpenChange}
      label="Search"
      shouldFilter={false}
      loop
      overlayClassName="fixed inset-0 z-40 bg-overlay"
      contentClassName="fixed inset-x-2 top-[8vh] z-50 mx-auto max-w-2xl rounded border border-line-strong bg-paper"
    >
      <Inside {...rest} close={() => onOpenChange(false)} />
    </Command.Dialog>
  );
}

/** Lives while the palette is open: what was typed is gone the next time, and nothing is asked before. */
function Inside({
  lab,
  labs,
  close,
  onShortcuts,
  onTour,
}: Omit<Props, "open" | "onOpenChange"> & { close: () => void }) {
  const trpc = useTRPC();
  const router = useRouter();
  const [text, setText] = useState("");
  const typed = text.trim();
  const asked = useSettled(typed, 120);
  const found = useQuery(
    trpc.search.everywhere.queryOptions(
      { lab: lab.slug, text: asked, limit: 5 },
      { enabled: asked !== "", placeholderData: keepPreviousData },
    ),
  );
  const tags = useQuery(
    trpc.search.tags.queryOptions({ lab: lab.slug, text: asked, limit: 3 }, { enabled: asked !== "" }),
  );
  const recent = useQuery(trpc.search.recent.queryOptions({ lab: lab.slug }));
  const go = (path: string) => () => {
    close();
    router.push(path);
  };
  const run = (command: PaletteCommand) => () => {
    close();
    if (command.path !== undefined) router.push(command.path);
    else if (command.does === "shortcuts") onShortcuts();
    else onTour();
  };
  const commands = commandsOf(lab, labs);
  const { first, later } = matching(commands, typed);
  const waiting = typed !== "" && (asked !== typed || found.isPending);
  const nothing = found.data?.groups.length === 0 && first.length + later.length === 0;
  const shown = typed === "" ? [] : (found.data?.groups ?? []);
  return (
    <>
      <Command.Input
        value={text}
        onValueChange={setText}
        placeholder="Models, experiments, comparisons, pages"
        className="h-12 w-full border-b border-line bg-transparent px-3 outline-none placeholder:text-muted"
      />
      <Command.List className="max-h-[65vh] overflow-y-auto py-1" aria-busy={waiting || undefined}>
        {found.error && <p className="px-3 py-2 text-danger">{said(found.error)}</p>}
        {typed !== "" && nothing && !waiting && (
          <p role="status" className="px-3 py-2 text-muted">
            Nothing in {lab.name} is like this.
          </p>
        )}
        {typed === "" && (recent.data?.length ?? 0) > 0 && (
          <Command.Group heading="Opened last" className={group}>
            {recent.data!.slice(0, 6).map(({ ref, name, version, href }) => (
              <Item
                key={`${ref.kind} ${ref.id}`}
                value={`recent ${ref.id}`}
                icon={History}
                onSelect={go(href)}
              >
                <Name name={name} />{" "}
                <Faint>{[kinds[ref.kind].title, version].filter(Boolean).join(" ")}</Faint>
              </Item>
            ))}
          </Command.Group>
        )}
        <Commands heading={typed === "" ? "Go to and do" : "Commands"} commands={first} run={run} />
        {shown.map(({ kind, hits, total }) => (
          <Command.Group key={kind} heading={kinds[kind].plural} className={group}>
            {hits.map(({ id, name, version, href, snippet }) => (
              <Item key={id} value={`${kind} ${id}`} icon={kinds[kind].icon} onSelect={go(href)}>
                <Name name={name} /> <Faint>{version}</Faint>
                {snippet && (
                  <span className="block truncate text-sm text-muted">
                    <Marked snippet={snippet} />
                  </span>
                )}
              </Item>
            ))}
            {total > hits.length && (
              <Item
                value={`all ${kind}`}
                icon={Search}
                onSelect={go(searchHref(lab.slug, { text: typed, kind }))}
              >
                <Faint>
                  All {total} {kinds[kind].plural.toLowerCase()}
                </Faint>
              </Item>
            )}
          </Command.Group>
        ))}
        {typed !== "" && (tags.data?.length ?? 0) > 0 && (
          <Command.Group heading="Tags" className={group}>
            {tags.data!.map(({ tag, count }) => (
              <Item key={tag} value={`tag ${tag}`} icon={Tag} onSelect={go(searchHref(lab.slug, { tag }))}>
                <Name name={tag} /> <Faint>{count}</Faint>
              </Item>
            ))}
          </Command.Group>
        )}
        <Commands heading="Commands" commands={later} run={run} />
        {typed !== "" && shown.length > 0 && (
          <Command.Group className={group}>
            <Item value="everything" icon={Search} onSelect={go(searchHref(lab.slug, { text: typed }))}>
              All results for <bdi>“{typed}”</bdi>
            </Item>
          </Command.Group>
        )}
      </Command.List>
    </>
  );
}

function Commands({
  heading,
  commands,
  run,
}: {
  heading: string;
  commands: readonly PaletteCommand[];
  run: (command: PaletteCommand) => () => void;
}) {
  if (commands.length === 0) return null;
  return (
    <Command.Group heading={heading} className={group}>
      {commands.map((command) => (
        <Item key={command.label} value={`do ${command.label}`} icon={command.icon} onSelect={run(command)}>
          {command.label}
          {command.keys && (
            <span className="float-right">
              <Keys keys={command.keys} />
            </span>
          )}
        </Item>
      ))}
    </Command.Group>
  );
}

const Faint = ({ children }: { children: ReactNode }) => (
  <span className="text-sm text-muted">{children}</span>
);

function Item({
  value,
  icon: Icon,
  onSelect,
  children,
}: {
  value: string;
  icon: LucideIcon;
  onSelect: () => void;
  children: ReactNode;
}) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="flex min-h-8 cursor-pointer items-start gap-2 px-3 py-1 data-[selected=true]:bg-accent-wash"
    >
      <Icon size={16} aria-hidden className="mt-0.5 shrink-0 text-muted" />
      <span className="min-w-0 flex-1">{children}</span>
    </Command.Item>
  );
}
