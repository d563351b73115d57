import type { Panel, Variable } from "@/contracts/dashboard";
import type { BoundPanel } from "@/contracts/dashboard-variables";
import type { ContentOf, DataOf, PanelContent, PanelKind } from "@/contracts/dashboard-panel";
import type { Cited } from "@/components/markdown/citations";
import type { LucideIcon } from "lucide-react";
import type { ComponentType } from "react";

export interface PanelViewProps<K extends PanelKind> {
  lab: string;
  panel: Pick<Panel, "id" | "title">;
  /** As variables set it. */
  bound: BoundPanel & { readonly content: ContentOf<K> };
  data: DataOf<K>;
  cited: Cited;
}

export interface PanelFormProps<K extends PanelKind> {
  lab: string;
  content: ContentOf<K>;
  onChange: (content: ContentOf<K>) => void;
  /** Keys that a text may cite. */
  citable: readonly string[];
}

/** What a kind of panel is to a person: its name, what it is for, how it looks, and the form that makes one. */
export interface PanelDefinition<K extends PanelKind> {
  readonly title: string;
  readonly meaning: string;
  readonly icon: LucideIcon;
  /** Of a new one: columns and rows. */
  readonly size: { readonly w: number; readonly h: number };
  /** What a new one begins with; null where the form has to be filled in first. */
  readonly first: ContentOf<K> | null;
  /** What it shows, in words: for lists, differences and screen readers. */
  readonly words: (content: ContentOf<K>) => string;
  readonly View: ComponentType<PanelViewProps<K>>;
  readonly Form: ComponentType<Omit<PanelFormProps<K>, "content"> & { content: ContentOf<K> | null }>;
}

export type AnyContent = PanelContent;
export type AnyVariable = Variable;
