"use client";
import { useTRPC, useTRPCClient } from "@/components/providers/trpc";
import { showing, useDeed } from "@/components/providers/use-deed";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem, MenuLabel, MenuRule } from "@/components/ui/menu";
import { Name } from "@/components/ui/name";
import type { ListName, SavedView } from "@/contracts/view";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Bookmark, Check, ChevronDown } from "lucide-react";
import { useState, type ReactNode } from "react";
import { noView, readList, viewQuery } from "../list-state";
import type { ListControls } from "../use-list";
import { NameViewDialog } from "./name-view-dialog";

/**
 * Saved ways to look at a list: one's own, and those that members share with the lab. The address holds the whole state,
 * so a view may change without changing what a colleague was sent.
 */
export function ViewsMenu({
  lab,
  list,
  noun,
  controls,
  mayShare,
}: {
  lab: string;
  list: ListName;
  noun: string;
  controls: ListControls;
  mayShare: boolean;
}) {
  const { shape, state, push } = controls;
  const trpc = useTRPC();
  const { views: client } = useTRPCClient();
  const queryClient = useQueryClient();
  const deed = useDeed();
  const queryKey = trpc.views.list.queryKey({ lab, list });
  const { data: views = [] } = useQuery(trpc.views.list.queryOptions({ lab, list }));
  const [naming, setNaming] = useState<"new" | SavedView | null>(null);

  const current = views.find(({ id }) => id === state.view) ?? null;
  const changed = current !== null && viewQuery(state) !== viewQuery(readList(current.query, shape));
  const show = (view: SavedView | null) =>
    push({
      ...readList(view?.query ?? "", shape),
      view: view?.id ?? (views.some(({ isDefault }) => isDefault) ? noView : null),
    });
  const refreshes = [queryKey];
  const shows = (change: (views: SavedView[]) => SavedView[]) => [showing<SavedView[]>(queryKey, change)];
  const changing = (id: string, change: Partial<SavedView>) =>
    shows((all) => all.map((view) => (view.id === id ? { ...view, ...change } : view)));

  const keep = (view: SavedView, query: string, before: string | null) =>
    void deed({
      shows: changing(view.id, { query }),
      does: () => client.change.mutate({ lab, id: view.id, query }),
      failed: `“${view.name}” was not changed.`,
      done: () =>
        before === null
          ? null
          : { title: `“${view.name}” is changed.`, undo: () => keep(view, before, null) },
      refreshes,
    });
  const setShared = (view: SavedView, shared: boolean) =>
    deed({
      shows: changing(view.id, { shared }),
      does: () => client.share.mutate({ lab, id: view.id, shared }),
      failed: `“${view.name}” is as it was.`,
      refreshes,
    });
  const setUsual = (view: SavedView | null) =>
    void deed({
      shows: shows((all) => all.map((one) => ({ ...one, isDefault: one.id === view?.id }))),
      does: () => client.setDefault.mutate({ lab, list, view: view?.id ?? null }),
      failed: "The list opens as before.",
      refreshes,
    });
  const bringBack = ({ name, query, shared, isDefault }: SavedView) =>
    void deed({
      does: async () => {
        const { id } = await client.save.mutate({ lab, list, name, query });
        if (shared) await client.share.mutate({ lab, id, shared });
        if (isDefault) await client.setDefault.mutate({ lab, list, view: id });
      },
      failed: `“${name}” did not come back.`,
      refreshes,
    });
  const takeAway = (view: SavedView) => {
    push({ ...state, view: null });
    void deed({
      shows: shows((all) => all.filter(({ id }) => id !== view.id)),
      does: () => client.remove.mutate({ lab, id: view.id }),
      failed: `“${view.name}” was not removed.`,
      done: () => ({ title: `The view “${view.name}” is removed.`, undo: () => bringBack(view) }),
      refreshes,
    });
  };

  const entry = (view: SavedView | null, words: ReactNode) => (
    <MenuItem key={view?.id ?? ""} onSelect={() => show(view)}>
      <Check size={16} aria-hidden className={view?.id === current?.id ? "" : "invisible"} />
      <span className="min-w-0 flex-1">{words}</span>
      {view?.id === current?.id && <span className="sr-only">(shown)</span>}
    </MenuItem>
  );
  const group = (title: string, those: readonly SavedView[]) =>
    those.length > 0 && (
      <>
        <MenuLabel>{title}</MenuLabel>
        {those.map((view) => {
          const facts = [
            !view.mine && (view.author ?? "somebody who left"),
            view.mine && view.shared && "shared",
            view.isDefault && "opens first",
          ].filter(Boolean);
          return entry(
            view,
            <>
              <Name name={view.name} /> <span className="text-sm text-muted">{facts.join(", ")}</span>
            </>,
          );
        })}
      </>
    );
  return (
    <>
      <Menu
        align="start"
        trigger={
          <Button aria-label={`View: ${current?.name ?? `all ${noun}`}`} className="max-w-60">
            <Bookmark size={16} aria-hidden />
            {current ? <Name name={current.name} className="truncate" /> : `All ${noun}`}
            {changed && <span className="text-muted">changed</span>}
            <ChevronDown size={14} aria-hidden />
          </Button>
        }
      >
        {entry(null, `All ${noun}`)}
        {group(
          "Your views",
          views.filter(({ mine }) => mine),
        )}
        {group(
          "Views of the lab",
          views.filter(({ mine }) => !mine),
        )}
        <MenuRule />
        {current?.mine && changed && (
          <MenuItem onSelect={() => keep(current, viewQuery(state), current.query)}>
            Keep what is shown as “{current.name}”
          </MenuItem>
        )}
        <MenuItem onSelect={() => setNaming("new")}>Save what is shown as a view</MenuItem>
        {current && (
          <MenuItem onSelect={() => setUsual(current.isDefault ? null : current)}>
            {current.isDefault ? "Open the list without a view" : "Open the list with this view"}
          </MenuItem>
        )}
        {current?.mine && (
          <>
            <MenuItem onSelect={() => setNaming(current)}>Rename this view</MenuItem>
            {mayShare && (
              <MenuItem onSelect={() => void setShared(current, !current.shared)}>
                {current.shared ? "Keep this view to yourself" : "Share this view with the lab"}
              </MenuItem>
            )}
            <MenuItem onSelect={() => takeAway(current)}>Remove this view</MenuItem>
          </>
        )}
      </Menu>
      {naming && (
        <NameViewDialog
          lab={lab}
          list={list}
          view={naming === "new" ? null : naming}
          query={viewQuery(state)}
          mayShare={mayShare}
          onClose={() => setNaming(null)}
          onSaved={(view) => {
            queryClient.setQueryData(queryKey, (all) => [
              ...(all ?? []).filter(({ id }) => id !== view.id),
              view,
            ]);
            void queryClient.invalidateQueries({ queryKey });
            push({ ...state, view: view.id });
          }}
        />
      )}
    </>
  );
}
