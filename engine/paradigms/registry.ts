import { cuePredictsStimulation } from "./cue-predicts-stimulation";
import type { Paradigm } from "./paradigm";
import { traceConditioning } from "./trace-conditioning";

/** Every task there is. A file of this folder that is missing here fails the conformance suite. */
export const paradigms: readonly Paradigm[] = [traceConditioning, cuePredictsStimulation];
