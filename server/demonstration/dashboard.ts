import { comparisonState, type ComparisonState } from "../../contracts/comparison";
import {
  dashboardDocument,
  type DashboardDocument,
  type Panel,
  type Reference,
} from "../../contracts/dashboard";
import type { PanelContent, RunPlace } from "../../contracts/dashboard-panel";
import { subjectKey } from "../../contracts/experiment";
import * as scenario from "./scenario";

/** The demonstration's dashboard: its two comparisons on one page, with controls that drive both. */
export const dashboardName = "Error or learning rate: both comparisons on one page";

const references: Reference[] = [
  {
    key: "coddington2023",
    authors: "Coddington LT, Lindo SE, Dudman JT",
    year: "2023",
    title: "Mesolimbic dopamine adapts the rate of learning from action",
    container: "Nature 614, 294-302",
    doi: "10.1038/s41586-022-05614-z",
    url: "",
  },
  {
    key: "jeong2022",
    authors: "Jeong H, Taylor A, Floeder JR, Lohmann M, Mihalas S, Wu B, Zhou M, Burke DA, Namboodiri VMK",
    year: "2022",
    title: "Mesolimbic dopamine release conveys causal associations",
    container: "Science 378, eabq6740",
    doi: "10.1126/science.abq6740",
    url: "",
  },
];

const question = `Does dopamine say _what_ to learn, or _how fast_? Read as an **error**, it is the difference between what came and what was expected,

$$
\\delta_t = r_t + \\gamma\\,V_{t+1} - V_t,
$$

and it teaches values. Read as a **learning rate**, it sets how far a policy moves along an error that comes from behaviour, but not in which direction [@coddington2023]. Stimulation on trials with (stimLick+) or without (stimLick-) a lick before reward tells the two apart: the figures below put both readings on the same trials.`;
const fairWords = `## The fair comparison
Only what dopamine means differs between the models. The controls at the head choose models and arms, the trials that are looked at, how many of them make a point, and what the bands are.`;
const publishedWords = `## The published 0.75
In the published code, trials of a stimulated arm that are not stimulated lose 0.75 of their learning rate [@coddington2023]. Three versions stand side by side: as published, without this decrement, and with nothing but it.`;
const recordedWords = `## Beside a recording
Eight mice, rewards that no cue announced [@jeong2022]. The recording is aligned to licks and the models to the start of a trial, so they share no axis: shape can be compared, size cannot.`;

export interface DemonstrationIds {
  readonly comparisons: ReadonlyMap<string, string>;
  readonly experiments: ReadonlyMap<string, string>;
  readonly models: ReadonlyMap<string, string>;
  /** Version of the bundled dataset. */
  readonly recording: string;
}

export function demonstrationDashboard({
  comparisons,
  experiments,
  models,
  recording,
}: DemonstrationIds): DashboardDocument {
  const [fair, published] = scenario.tabs.map(({ name }) => comparisons.get(name)!);
  const of = (comparison: string) => ({ from: "comparison" as const, comparison });
  const [{ name: experiment, models: compared }] = scenario.experiments;
  const place: RunPlace = {
    ...{ experiment: experiments.get(experiment)!, model: models.get(compared[0])!, arm: "stimLick+" },
    ...{ subject: subjectKey(scenario.subjects[0]), repetition: 0 },
  };
  const recorded: ComparisonState = comparisonState.parse({
    groups: [{ kind: "recording", dataset: recording, group: "" }],
  });
  const text = (words: string): PanelContent => ({ kind: "text", text: words });
  const chart = (comparison: string, figure: string): PanelContent => ({
    ...{ kind: "chart", figure, look: {} },
    source: of(comparison),
  });
  const all = { model: "models", arm: "arms", window: "trials", block: "points", band: "band" };
  const panels: Omit<Panel, "title">[] = [
    panel("question", text(question), [0, 12, 1]),
    panel("fair", text(fairWords), [0, 12, 1]),
    panel("fair-licking", chart(fair, "curve:prepLick"), [0, 6, 4], all),
    panel("fair-difference", chart(fair, "difference:prepLick"), [6, 6, 4], all),
    panel("fair-cue", chart(fair, "curve:cueDA"), [0, 6, 4], all),
    panel("fair-reward", chart(fair, "curve:rewDA"), [6, 6, 4], all),
    panel("fair-traces", { kind: "traces", source: of(fair), signal: "dopamine", look: {} }, [0, 12, 5], {
      ...{ model: "models", arm: "arms", band: "band" },
    }),
    panel(
      "fair-numbers",
      { kind: "table", source: of(fair), measures: ["prepLick", "latency"], trials: null },
      [0, 12, 3],
      { model: "models", arm: "arms", window: "trials" },
    ),
    panel("licks", { kind: "run", run: place, show: { as: "raster" } }, [0, 6, 4]),
    panel("map", { kind: "run", run: place, show: { as: "heat-map", type: "cued" } }, [6, 6, 4]),
    panel("published", text(publishedWords), [0, 12, 1]),
    panel("published-licking", chart(published, "curve:prepLick"), [0, 6, 4], {
      ...{ arm: "arms", window: "trials", block: "points", band: "band" },
    }),
    panel("published-difference", chart(published, "difference:prepLick"), [6, 6, 4], {
      ...{ arm: "arms", window: "trials", block: "points", band: "band" },
    }),
    panel("recorded", text(recordedWords), [0, 12, 1]),
    panel(
      "recorded-trace",
      { kind: "traces", source: { from: "state", state: recorded }, signal: "Dopamine", look: {} },
      [0, 6, 4],
      { band: "band" },
    ),
    panel("recorded-summary", { kind: "dataset", version: recording }, [6, 6, 4]),
  ];
  return dashboardDocument.parse({
    references,
    panels: panels.map((one) => ({ ...one, title: "" })),
    variables: [
      { kind: "model", name: "models", title: "Models", value: null },
      { kind: "arm", name: "arms", title: "Arms", value: null },
      { kind: "window", name: "trials", title: "Trials", value: { from: 1, to: 800 } },
      { kind: "block", name: "points", title: "Points of", value: 100 },
      { kind: "band", name: "band", title: "Band", value: "sem" },
    ],
  } satisfies DashboardDocument);
}

const panel = (
  id: string,
  content: PanelContent,
  [x, w, h]: readonly [number, number, number],
  bind: Panel["bind"] = {},
): Omit<Panel, "title"> => ({ id, place: { x, w, h }, bind, content });
