export { canonicalJson, runSpec, specHash, type RunIngredients } from "./spec";
