import { canonicalJson } from "../../../contracts/canonical-json";
import type { ComparisonQuery, ComparisonSummary, ComparisonView } from "../../../contracts/comparison";
import type { ContentOf, DataOf, PanelKind } from "../../../contracts/dashboard-panel";
import type { Reader } from "../../access/grant";
import { getComparison, readComparison } from "../../comparisons/service";

/** How the data of one kind of panel is read. */
export interface Resolver<K extends PanelKind> {
  /** Throws not-found where the content points at what the lab does not have. */
  check(reading: Reading, content: ContentOf<K>): Promise<void>;
  /** Throws not-found, too: the panel then says so. */
  data(reading: Reading, content: ContentOf<K>): Promise<DataOf<K>>;
}

/** What the panels of one dashboard read together: each comparison and each list of groups once, however many ask. */
export interface Reading {
  readonly grant: Reader;
  comparison(id: string): Promise<ComparisonSummary>;
  view(query: ComparisonQuery): Promise<ComparisonView>;
}

export function createReading(grant: Reader): Reading {
  const comparisons = new Map<string, Promise<ComparisonSummary>>();
  const readers = new Map<string, ReturnType<typeof readComparison>>();
  const views = new Map<string, Promise<ComparisonView>>();
  const readerOf = ({ groups, windows = {}, relative }: ComparisonQuery) =>
    once(readers, canonicalJson({ groups, windows, relative: relative ?? false }), () =>
      readComparison(grant, { groups, windows, relative }),
    );
  // one after the other: whoever asks for many panels is one of those who take turns, not many of them
  let before: Promise<unknown> = Promise.resolve();
  const viewed = (query: ComparisonQuery): Promise<ComparisonView> => {
    const reader = readerOf(query);
    const view = Promise.allSettled([reader, before]).then(async () => (await reader)(query));
    before = view;
    return view;
  };
  return {
    grant,
    comparison: (id) => once(comparisons, id, () => getComparison(grant, id)),
    view: (query) =>
      once(
        views,
        canonicalJson({ ...query, windows: query.windows ?? {}, relative: query.relative ?? false }),
        () => viewed(query),
      ),
  };
}

function once<T>(kept: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const made = kept.get(key) ?? make();
  kept.set(key, made);
  return made;
}
