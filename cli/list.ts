import type { ParameterDeclaration, TheoryDeclaration } from "../engine/declaration";
import { measures } from "../engine/measures/registry";
import type { Paradigm } from "../engine/paradigms/paradigm";
import { paradigms } from "../engine/paradigms/registry";
import { theories } from "../engine/theories/registry";
import { parse } from "./usage";

const declarations = theories.map(({ declaration }) => declaration);
const rooms = { theories: declarations, paradigms, measures } as const;

/** `phasic theories | paradigms | measures`: what there is, for a person or as JSON. */
export function list(room: keyof typeof rooms, args: string[]): void {
  const { json, help } = parse(room, args, {
    json: { type: "boolean" },
    help: { type: "boolean", short: "h" },
  });
  if (help) console.log(`phasic ${room} [--json]   lists ${room}; --json gives everything that is declared`);
  else if (json) console.log(JSON.stringify(rooms[room], null, 2));
  else if (room === "theories") console.log(declarations.map(theoryText).join("\n\n"));
  else if (room === "paradigms") console.log(paradigms.map(paradigmText).join("\n\n"));
  else
    console.log(
      measures
        .map(
          ({ key, title, unit, source, window }) =>
            `${key.padEnd(20)} ${title} [${unit ?? "unit of the signal"}], ${source}: ${window(null)}`,
        )
        .join("\n"),
    );
}

function theoryText({
  key,
  title,
  summary,
  citation,
  roles,
  presets,
  parameters,
}: TheoryDeclaration): string {
  return [
    `${key}: ${title}. ${summary}`,
    `  ${citation.text} doi:${citation.doi}`,
    "  roles",
    ...roles.map(
      (role) => `    ${role.key.padEnd(20)} ${role.title}. Arms: ${rulesText(role.manipulations)}`,
    ),
    "  presets",
    ...presets.map((preset) => `    ${preset.key.padEnd(20)} (${preset.role}) ${preset.meaning}`),
    "  parameters",
    ...parameters.map(
      (parameter) => `    ${parameter.key.padEnd(24)} ${valueText(parameter)}  ${parameter.meaning}`,
    ),
  ].join("\n");
}

const rulesText = (rules: TheoryDeclaration["roles"][number]["manipulations"]) =>
  Object.entries(rules)
    .map(([manipulation, rule]) => `${manipulation}${rule.origin === "extension" ? " (extension)" : ""}`)
    .join(", ");

function valueText(parameter: ParameterDeclaration): string {
  if (parameter.kind === "switch") return `${parameter.default ? "on" : "off"} (on, off)`;
  if (parameter.kind === "choice")
    return `${parameter.default} (${parameter.choices.map(({ value }) => value).join(", ")})`;
  const { default: value, min, max, unit } = parameter;
  return `${value}${unit === "1" ? "" : ` ${unit}`} (${min} to ${max})`;
}

const paradigmText = ({ key, title, meaning, trials, trialMs, cue, reward, arms }: Paradigm) =>
  [
    `${key}: ${title}. ${meaning}`,
    `  ${trials} trials of ${trialMs} ms; cue ${cue.onset} to ${cue.offset} ms, reward at ${reward.time} ms`,
    "  arms",
    ...arms.map((arm) => `    ${arm.key.padEnd(16)} ${arm.meaning}`),
  ].join("\n");
