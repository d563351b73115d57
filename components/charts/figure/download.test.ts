import { expect, it } from "vitest";
import { fileName } from "./download";

it.each([
  ["Preparatory lick rate (Hz)", "preparatory-lick-rate-hz"],
  ["stimLick+ / control", "stimlick+-control"],
  ["多巴胺: 模型", "多巴胺-模型"],
  ["Étude", "étude"],
  ["///", "figure"],
])("a file of %s is called %s", (title, name) => expect(fileName(title)).toBe(name));
