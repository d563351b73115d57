import { checkSource, lookOf, sourced, viewOf } from "./source";
import type { Resolver } from "./resolver";

/** A learning curve of a comparison, or its difference from control: one panel per task. */
export const chart: Resolver<"chart"> = {
  check: (reading, { source }) => checkSource(reading, source),
  async data(reading, { source, figure, look }) {
    const from = await sourced(reading, source);
    const { view, hidden } = await viewOf(reading, from, look);
    return {
      ...{ kind: "chart", comparison: from.comparison, groups: view.groups, hidden, look: lookOf(from) },
      panels: view.panels.filter(({ kind, measure }) => `${kind}:${measure}` === figure),
    };
  },
};
