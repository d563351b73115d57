export { runSpec, specHash, type RunIngredients } from "./spec";
