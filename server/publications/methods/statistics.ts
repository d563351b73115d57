import type { PanelData } from "../../../contracts/dashboard-panel";
import { plain } from "./markdown";

const bands = {
  sem: "the standard error of the mean over subjects",
  sd: "the standard deviation over subjects",
  ci: "the 95 % interval of the mean over subjects",
};

/** What the panels themselves say of their bands, intervals, tests and effect sizes: nothing that is not on them. */
export function statisticsWords(panels: readonly PanelData[]): string {
  const used = new Set<keyof typeof bands>();
  const methods = new Map<string, Set<string>>();
  const say = (what: string, how: string) => methods.set(what, (methods.get(what) ?? new Set()).add(how));
  let blocks = false;
  for (const data of panels) {
    if (data.kind === "chart" || data.kind === "traces") {
      for (const panel of data.panels) {
        used.add(panel.kind === "difference" ? "ci" : data.look.band);
        blocks ||= panel.blocks !== null;
        for (const { intervalMethod } of panel.series)
          say(
            panel.kind === "difference" ? "Intervals of differences" : "Intervals of means",
            intervalMethod,
          );
      }
    }
    if (data.kind !== "table") continue;
    for (const { intervalMethod, difference, n } of data.rows) {
      if (n > 0) say("Intervals of means", intervalMethod);
      if (!difference) continue;
      say("Intervals of differences", difference.intervalMethod);
      say("Effect size", difference.effectSizeName);
      say("p", `${difference.pName}, not corrected for the number of rows`);
    }
  }
  const lines = [
    "The replicate of every statistic is the subject, never the trial: values are averaged within a repetition, then over the repetitions of a subject, and only then over subjects. A gap stays a gap; it is never counted as 0.",
    ...(blocks
      ? ["A point of a learning curve averages a block of training trials within each run first."]
      : []),
    ...(used.size > 0
      ? [`Bands are ${[...used].map((band) => bands[band]).join(", or ")}; each figure says which.`]
      : []),
    ...(methods.has("Intervals of differences")
      ? [
          "Differences from control are paired: the same subject and repetition in both arms, in pairs that are complete.",
        ]
      : []),
  ];
  const list = [...methods].map(([what, ways]) => `- ${what}: ${[...ways].map(plain).join("; or ")}.`);
  return [lines.join(" "), ...(list.length > 0 ? [list.join("\n")] : [])].join("\n\n");
}
