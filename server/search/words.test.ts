import { describe, expect, it } from "vitest";
import { wordsOf } from "./words";

describe("what is typed", () => {
  it.each([
    ["rate lick", ["rate", "lick"], []],
    ['"lick gated" rate', ["lick gated", "rate"], []],
    ['rate -error -"as published"', ["rate"], ["error", "as published"]],
    ['an "open phrase', ["an", "open phrase"], []],
    ["lick-gated stimLick-", ["lick-gated", "stimLick-"], []],
    ['  - "" ', [], []],
    ["多巴胺 نموذج", ["多巴胺", "نموذج"], []],
  ])("%s", (text, wanted, unwanted) => expect(wordsOf(text)).toEqual({ wanted, unwanted }));
});
