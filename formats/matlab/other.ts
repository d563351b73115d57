import { NeedsMapping, Refusal } from "../refusal";
import { inWords, mappable, type Described } from "./browse";

/** Ends the reading of a file that is not known: with what a person can map, or with what it lacks. */
export function describeOther(variables: readonly Described[]): never {
  const words = variables.slice(0, 12).map(inWords).join(", ");
  const more = variables.length > 12 ? ` and ${variables.length - 12} more` : "";
  if (variables.some(mappable))
    throw new NeedsMapping(
      `The MATLAB file holds ${words}${more}: say which of these are signals, times and trials.`,
    );
  throw new Refusal(
    variables.length === 0
      ? "The MATLAB file holds no variables"
      : `The MATLAB file holds nothing that could be a signal, a time or a trial, only ${words}${more}`,
    "save the arrays of the recording themselves, for instance seshMerge as a struct array",
  );
}
