/** The tour of the demonstration: from the home page to a figure that one takes away, in under a minute. */

export interface TourStep {
  readonly key: string;
  readonly title: string;
  readonly text: string;
  /** What the step is about; the first of these that is in sight. */
  readonly anchor: string;
  readonly page: "home" | "comparison";
  /** What leads to the next page, where "Next" does more than turn the card. */
  readonly follows?: string;
}

export const steps: readonly TourStep[] = [
  {
    key: "start",
    title: "Start with a comparison",
    text: "Each one sets the same task under several readings of dopamine side by side, on the same axes. This one asks: an error, or a learning rate?",
    anchor: "[data-tour='comparison']",
    page: "home",
    follows: "[data-tour='comparison']",
  },
  {
    key: "groups",
    title: "Who is compared",
    text: "A group is one model under one arm. Hue says what dopamine is in the model, line style says the arm. Drag to order them, use the eye to hide one, add others.",
    anchor: "[data-tour='groups']",
    page: "comparison",
  },
  {
    key: "figure",
    title: "One figure per measure",
    text: "Point at a figure, or give it the focus and use the arrow keys: every figure on that axis reads out the same place. Drag to zoom.",
    anchor: "main figure figcaption :is(h2, h3)",
    page: "comparison",
  },
  {
    key: "note",
    title: "N, and what the band is",
    text: "Below each figure: how many animals or networks it counts, and whether the band is SEM, SD or a 95 % interval. The toolbar changes it for all of them.",
    anchor: "main figure [data-part='note']",
    page: "comparison",
  },
  {
    key: "numbers",
    title: "The same as numbers",
    text: "Means, intervals, paired differences from control and effect sizes over the trials that you choose, and why a row has none.",
    anchor: "#numbers",
    page: "comparison",
  },
  {
    key: "take",
    title: "Take it away, or pass it on",
    text: "Export all gives every number with a data dictionary; each figure has SVG, PNG and CSV in its menu. The address holds the whole view: Copy address takes it along.",
    anchor: "[data-tour='take']",
    page: "comparison",
  },
];
