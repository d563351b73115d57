"use client";
import { Markdown } from "@/components/markdown/markdown";
import { EmptyState } from "@/components/ui/empty-state";
import type { PanelViewProps } from "../definition";
import { PanelHead } from "../panel-head";

export function TextView({ lab, panel, bound, cited }: PanelViewProps<"text">) {
  const { text } = bound.content;
  return (
    <>
      <PanelHead lab={lab} title={panel.title} />
      {text.trim() ? <Markdown text={text} cited={cited} /> : <EmptyState title="No words yet." />}
    </>
  );
}
