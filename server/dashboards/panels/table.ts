import { measures as allMeasures } from "../../../engine/measures/registry";
import { checkSource, sourced, viewOf } from "./source";
import type { Resolver } from "./resolver";

/** The numbers of a comparison in a window of trials, measure by measure. */
export const table: Resolver<"table"> = {
  check: (reading, { source }) => checkSource(reading, source),
  async data(reading, { source, measures, trials }) {
    const from = await sourced(reading, source);
    const { view, hidden } = await viewOf(reading, from, { trials: trials ?? undefined });
    const wanted = new Set(measures ?? chosenBy(from.state.panels));
    return {
      ...{ kind: "table", comparison: from.comparison, groups: view.groups, hidden },
      trials: trials ?? from.state.trials,
      rows: view.rows.filter(({ measure }) => wanted.has(measure)),
      engineVersions: view.engineVersions,
    };
  },
};

/** What a reader asks first, where the comparison says nothing. */
const usual = ["prepLick", "latency", "cueDA", "rewDA", "rewDAOmission"];

const chosenBy = (figures: readonly string[] | undefined): readonly string[] =>
  figures
    ? allMeasures
        .map(({ key }) => key)
        .filter((key) => ["curve", "difference"].some((kind) => figures.includes(`${kind}:${key}`)))
    : usual;
