import type { PanelData } from "../../../contracts/dashboard-panel";
import type { FrozenContent } from "../../../contracts/publication";
import { counted, listed, plain } from "./markdown";
import { measureWords } from "./measures";
import { experimentWords, modelWords, paradigmWords } from "./simulations";
import { statisticsWords } from "./statistics";

/** The methods of a publication as Markdown, from nothing but its manifest and its panels. */
export function methodsOf(content: FrozenContent, panels: readonly PanelData[]): string {
  const { experiments, paradigms, models, datasets, missing, engineVersions, runs } = content;
  const sections: [string, string[]][] = [
    [
      "Simulations",
      runs.length === 0
        ? []
        : [
            `${counted(runs.length, "run")} of Phasic's engine, ${engineVersions.length === 1 ? "version" : "versions"} ${listed(engineVersions.map((one) => `\`${one}\``))}. Equal specifications on one version of the engine give equal bits: \`npm run phasic -- reproduce\` runs all of them again and compares.`,
            ...experiments.map((experiment) => experimentWords(content, experiment)),
          ],
    ],
    ["Tasks", paradigms.map((paradigm) => paradigmWords(content, paradigm))],
    ["Models", models.map((model) => modelWords(content, model))],
    ["Recordings", datasets.map(datasetWords)],
    ["Measures", measureWords(panels)],
    ["Statistics", [statisticsWords(panels)]],
    [
      "Left out",
      missing.length > 0
        ? [missing.map(({ kind, what, why }) => `- ${kind} ${plain(what)}: ${plain(why)}`).join("\n")]
        : [],
    ],
  ];
  const written = sections.filter(([, parts]) => parts.length > 0);
  return `# Methods\n\n${written.map(([title, parts]) => [`## ${title}`, ...parts].join("\n\n")).join("\n\n")}\n`;
}

const datasetWords = ({
  name,
  number,
  licence,
  citation,
  doi,
  source,
  task,
  replicate,
  ...of
}: FrozenContent["datasets"][number]) =>
  [
    `### ${plain(name)} v${number}`,
    `N = ${of.subjects} ${plain(replicate)}, ${counted(of.sessions, "session")}, ${counted(of.trials, "trial")}.${task ? ` Task: ${plain(task)}.` : ""} ${plain(citation)}${doi ? ` doi:${doi}` : ""}${source ? ` ${plain(source)}` : ""} Licence: ${plain(licence)}. SHA-256 of its content: \`${of.contentHash}\`.`,
  ].join("\n\n");
