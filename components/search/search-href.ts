import type { SearchKind } from "@/contracts/search";

export interface SearchState {
  readonly text: string;
  readonly tag: string | null;
  readonly kind: SearchKind | null;
}

export const searchQuery = ({ text, tag, kind }: Partial<SearchState>): string => {
  const params = new URLSearchParams();
  if (text) params.set("q", text);
  if (tag) params.set("tag", tag);
  if (kind) params.set("kind", kind);
  return params.toString();
};

export const searchHref = (lab: string, state: Partial<SearchState>) =>
  `/lab/${lab}/search?${searchQuery(state)}`;
