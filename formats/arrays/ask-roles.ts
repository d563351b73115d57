import type { AnswerOption } from "@/contracts/reading";
import { inItem } from "../inputs";
import type { Notes } from "../reader";
import { arrayRoles, type ArrayGuess, type ArrayRole } from "./guess";

/** Which list says what of the trials, or of whose recording it is. */

const questions = {
  subject: "Which one names the subject?",
  session: "Which one names the session, or that of each trial?",
  group: "Which one names the group?",
  sex: "Which one holds the sex?",
  genotype: "Which one holds the genotype?",
  start: "Which one is the time at which each trial begins, on the session's clock?",
  aligned: "Which one is the time of each trial's alignment event, on the session's clock?",
  type: "Which one holds the type of each trial?",
  cue: "Which one says which cue came in each trial?",
  reward: "Which one holds the size of the reward of each trial?",
  omitted: "Which one marks trials whose reward was omitted?",
  stimulated: "Which one marks stimulated trials?",
  dose: "Which one holds the dose?",
  iti: "Which one holds the interval between trials, in seconds?",
  excluded: "Which one marks trials to leave out?",
} satisfies Record<ArrayRole, string>;
const abouts: Partial<Record<ArrayRole, "subjects" | "sessions">> = {
  ...{ subject: "subjects", group: "subjects", sex: "subjects", genotype: "subjects", session: "sessions" },
};

export function askRoles(
  notes: Notes,
  guess: ArrayGuess,
  options: AnswerOption[],
): Partial<Record<ArrayRole, string>> {
  const roles: Partial<Record<ArrayRole, string>> = {};
  for (const role of arrayRoles) {
    const own = guess.roles[role] ?? null;
    const path = notes.pose<string | null>(own === null, {
      ...{ field: `variables.roles.${role}`, about: abouts[role] ?? "trials", guess: own },
      ...{ question: questions[role], input: inItem(options) },
    });
    if (path !== null) roles[role] = path;
  }
  return roles;
}
