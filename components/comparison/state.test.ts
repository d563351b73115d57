import fc from "fast-check";
import { expect, test } from "vitest";
import { comparisonHref, decodeState, emptyState, encodeState, type PageState } from "./state";

const word = fc.string({ minLength: 1, maxLength: 12 });
const group = fc.oneof(
  fc.record({ kind: fc.constant("simulation" as const), experiment: word, model: word, arm: word }),
  fc.record({ kind: fc.constant("recording" as const), dataset: word, group: word }),
);
const window = fc
  .record({
    event: fc.constantFrom("cue" as const, "reward" as const),
    from: fc.integer({ min: -5000, max: 5000 }),
    length: fc.option(fc.integer({ min: 1, max: 5000 })),
  })
  .map(({ event, from, length }) => ({ event, from, to: length === null ? null : from + length }));
const state: fc.Arbitrary<PageState> = fc
  .record(
    {
      groups: fc.array(group, { minLength: 1, maxLength: 24 }),
      hidden: fc.uniqueArray(fc.nat(23), { maxLength: 5 }),
      band: fc.constantFrom("sem" as const, "sd" as const, "ci" as const),
      block: fc.constantFrom(20 as const, 50 as const, 100 as const),
      trials: fc.tuple(fc.integer({ min: 1, max: 5000 }), fc.nat(500)).map(([from, more]) => ({
        from,
        to: from + more,
      })),
      individuals: fc.boolean(),
      facet: fc.constantFrom("arm" as const, "model" as const, "none" as const),
      windows: fc.dictionary(word, fc.record({ window, baseline: fc.option(window) }), {
        ...{ minKeys: 1, maxKeys: 3, noNullPrototype: true },
      }),
      relative: fc.constant(true as const),
      panels: fc.array(word, { maxLength: 6 }),
      zoom: fc.dictionary(
        word,
        fc
          .tuple(fc.integer({ min: -100, max: 100 }), fc.integer({ min: 1, max: 100 }))
          .map(([from, width]) => ({
            from,
            to: from + width,
          })),
        { maxKeys: 3, noNullPrototype: true },
      ),
    },
    { requiredKeys: ["groups", "hidden", "band", "block", "trials", "individuals"] },
  )
  .filter(({ zoom, windows }) =>
    [zoom, windows].every((one) => !Object.keys(one ?? {}).includes("__proto__")),
  );

/** What means the same: no zoom and an empty one; arms as facets and no word on facets. */
const meaning = ({ zoom, facet, ...rest }: PageState) => ({
  ...rest,
  facet: facet ?? "arm",
  zoom: zoom ?? {},
});

test("an address holds every state, over every base", () => {
  fc.assert(
    fc.property(state, fc.oneof(fc.constant(emptyState), state), (shown, base) => {
      const decoded = decodeState(encodeState(shown, base), base).state;
      expect(meaning(decoded)).toEqual(meaning(shown));
    }),
  );
});

test("what a reader pins stands in the address, apart from the state", () => {
  const pin = { axis: "trial ~ of x", x: 350.5, figure: "curve:prepLick@a b" };
  const query = encodeState(emptyState, emptyState, pin);
  expect(decodeState(query, emptyState)).toEqual({ state: emptyState, pin });
  const own = { axis: "trials, task", x: 50, figure: "curve:prepLick@trials, task" };
  expect(encodeState(emptyState, emptyState, own)).toBe("x=trials,+task~50~curve:prepLick@");
  expect(decodeState("x=trials,+task~50~curve:prepLick@", emptyState).pin).toEqual(own);
});

test("the base itself has an empty address", () => {
  fc.assert(fc.property(state, (one) => encodeState(one, one) === ""));
});

test("a mistyped address opens with what can be read", () => {
  const { state: read, pin } = decodeState(
    "band=wide&block=33&t=9~2&g=nonsense&f=x&z=a~5~1&x=~&h=q",
    emptyState,
  );
  expect(read.band).toBe("sem");
  expect(read.block).toBe(100);
  expect(read.trials).toEqual({ from: 1, to: 800 });
  expect(read.groups).toEqual([]);
  expect(read.hidden).toEqual([]);
  expect(pin).toBeNull();
});

test("other pages link to groups side by side", () => {
  const ref = { kind: "simulation" as const, experiment: "e", model: "m", arm: "stimLick+" };
  const href = comparisonHref("lab", [ref], { block: 20 });
  expect(href).toBe("/lab/lab/compare?g=s~e~m~stimLick%2B&block=20");
  expect(decodeState(href.split("?")[1], emptyState).state.groups).toEqual([ref]);
});
