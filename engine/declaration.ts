/**
 * What a theory says about itself. One declaration drives its types, its form, its validation, its axis labels and its
 * documentation page: nothing about a parameter is written twice.
 */

/** What dopamine is in a theory. */
export type DopamineRole = "error" | "learning rate" | "reinforcement" | "gain" | "contingency";

/** A manipulation of the animal or the network. An arm of a paradigm names exactly one. */
export type Manipulation =
  | "none"
  | "stimulate-lick-minus"
  | "stimulate-lick-plus"
  | "stimulate-calibrated"
  | "stimulate-large"
  | "phasic-knockout"
  | "depletion";

interface ParameterBase {
  readonly key: string;
  /** TeX, without dollar signs. */
  readonly symbol: string;
  readonly title: string;
  /** SI or field unit; "1" for a pure number. */
  readonly unit: string;
  /** One sentence: what it does. Quirks of the reference say so and what changes without them. */
  readonly meaning: string;
  /** Heading under which forms show it. */
  readonly group: string;
}

export interface NumberParameter extends ParameterBase {
  readonly kind: "number" | "integer";
  readonly default: number;
  readonly min: number;
  readonly max: number;
}
export interface ChoiceParameter extends ParameterBase {
  readonly kind: "choice";
  readonly default: string;
  readonly choices: readonly { readonly value: string; readonly title: string; readonly meaning: string }[];
}
export interface SwitchParameter extends ParameterBase {
  readonly kind: "switch";
  readonly default: boolean;
}
export type ParameterDeclaration = NumberParameter | ChoiceParameter | SwitchParameter;
export type ParameterValue = number | string | boolean;
export type ParameterValues = Readonly<Record<string, ParameterValue>>;

/** A quantity that a theory exposes: recorders record it, triggers may read it, axes are labelled from it. */
export interface SignalDeclaration {
  readonly key: string;
  readonly title: string;
  readonly unit: string;
  readonly per: "trial" | "millisecond";
  readonly meaning: string;
  /** Of a millisecond signal that training trials have too, not only probes: how they come by it. */
  readonly onTraining?: string;
}

/** One reading of dopamine within a theory. */
export interface RoleDeclaration {
  readonly key: string;
  readonly dopamineRole: DopamineRole;
  readonly title: string;
  /** TeX of the rule in which dopamine appears. */
  readonly equation: string;
  readonly meaning: string;
  /** What each manipulation does in this role. A manipulation that is absent is refused, with the reason in `refused`. */
  readonly manipulations: Partial<Record<Manipulation, ManipulationRule>>;
  readonly refused: string;
}

export interface ManipulationRule {
  readonly rule: string;
  /** "reference": in the published code. "extension": ours, and named so wherever it is shown. */
  readonly origin: "reference" | "extension";
}

export interface PresetDeclaration {
  readonly key: string;
  readonly title: string;
  readonly meaning: string;
  readonly role: string;
  readonly values: ParameterValues;
}

export interface TheoryDeclaration {
  readonly key: string;
  readonly title: string;
  readonly summary: string;
  readonly citation: { readonly text: string; readonly doi: string };
  /** TeX of the learning rule. */
  readonly equation: string;
  /** What trials without reward or without a cue teach, where they stand among others in training. */
  readonly otherTypes: string;
  readonly roles: readonly RoleDeclaration[];
  readonly parameters: readonly ParameterDeclaration[];
  readonly signals: readonly SignalDeclaration[];
  readonly presets: readonly PresetDeclaration[];
}
