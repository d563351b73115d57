import { checkSource, lookOf, sourced, viewOf } from "./source";
import type { Resolver } from "./resolver";

/** Every mean trace of one signal: types of trial by periods of training. */
export const traces: Resolver<"traces"> = {
  check: (reading, { source }) => checkSource(reading, source),
  async data(reading, { source, signal }) {
    const from = await sourced(reading, source);
    const { view, hidden } = await viewOf(reading, from, {});
    return {
      ...{ kind: "traces", comparison: from.comparison, groups: view.groups, hidden, look: lookOf(from) },
      panels: view.panels.filter(({ kind, measure }) => kind === "trace" && measure === signal),
    };
  },
};
