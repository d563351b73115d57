"use client";
import { useDiscussion, useTalk } from "@/components/comments/use-discussion";
import { said } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { type DashboardDocument, portion, portionAt } from "@/contracts/dashboard";
import type { PanelData } from "@/contracts/dashboard-panel";
import { keepPreviousData, useQueries } from "@tanstack/react-query";
import { type ComponentProps, useCallback, useEffect, useRef, useState } from "react";

type Question = { lab: string; id: string; version: number | null; values: string };

/** Data of the panels after the first few, a portion when somebody comes near one of it. */
export function useLaterPanels(question: Question, document: DashboardDocument | undefined) {
  const trpc = useTRPC();
  const [near, setNear] = useState<ReadonlySet<string>>(new Set());
  const panels = document?.panels ?? [];
  const wanted = new Set(document && (near.has("all") ? panels.keys() : places(document, near)));
  const portions = [...new Set([...wanted].map((place) => Math.floor(place / portion)))].filter(
    (at) => at > 0,
  );
  const queries = useQueries({
    queries: portions.map((at) =>
      trpc.dashboards.view.queryOptions(
        { ...question, part: portionAt(at) },
        { placeholderData: keepPreviousData },
      ),
    ),
  });
  const onNear = useCallback(
    (panel: string) => setNear((now) => (now.has(panel) ? now : new Set([...now, panel]))),
    [],
  );
  const data: Record<string, PanelData> = {};
  queries.forEach((query, index) => {
    const { from, to } = portionAt(portions[index]);
    if (query.data) Object.assign(data, query.data.data);
    else if (query.error)
      for (const { id } of panels.slice(from, to))
        data[id] = { kind: "problem", what: "This panel could not be read.", next: said(query.error) };
  });
  return {
    data,
    isBusy: queries.some(({ isPlaceholderData }) => isPlaceholderData),
    onNear,
  };
}

/** Panels that somebody is near, and for each control the first that says what it can be set to. */
const places = ({ panels, variables }: DashboardDocument, near: ReadonlySet<string>): number[] => [
  ...panels.flatMap(({ id }, place) => (near.has(id) ? [place] : [])),
  ...variables.flatMap(({ kind, name }) => {
    const place = panels.findIndex(({ bind }) => bind[kind] === name);
    return (kind === "model" || kind === "arm") && place >= 0 ? [place] : [];
  }),
];

/** How far below and above the window is near, of its height. */
const margin = "100% 0px";

/** @param onNear null where nobody waits for it. */
export function NearSection({
  onNear,
  ...props
}: ComponentProps<"section"> & { onNear: (() => void) | null }) {
  const ref = useRef<HTMLElement>(null);
  const tell = useRef(onNear);
  useEffect(() => {
    tell.current = onNear;
  });
  const isWaiting = onNear !== null;
  useEffect(() => {
    if (!ref.current || !isWaiting) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && tell.current?.(),
      { rootMargin: margin },
    );
    observer.observe(ref.current);
    // paper has no window
    const print = () => tell.current?.();
    window.addEventListener("beforeprint", print);
    return () => {
      observer.disconnect();
      window.removeEventListener("beforeprint", print);
    };
  }, [isWaiting]);
  return <section ref={ref} {...props} />;
}

/** Comments name panels wherever they stand. */
export function WhenDiscussed({ onOpen }: { onOpen: () => void }) {
  const { open } = useTalk(useDiscussion().store);
  const tell = useRef(onOpen);
  useEffect(() => {
    tell.current = onOpen;
  });
  useEffect(() => {
    if (open) tell.current();
  }, [open]);
  return null;
}
