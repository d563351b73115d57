import { expect, test } from "vitest";
import { figuresOf } from "./figures";
import { packColumns } from "../../contracts/columns";

const parts = (bins: number) => ({
  training: packColumns({}),
  probes: packColumns({ trial: new Int32Array([1, 2]) }),
  licks: packColumns({
    ...{ times: new Int16Array(), offsets: new Int32Array([0]), stimulated: new Uint8Array() },
  }),
  traces: packColumns({ "dopamine:cued": new Float32Array(2 * bins).fill(0.5) }),
  blockTraces: packColumns({ blocks: new Int32Array() }),
  traceBinMs: 10,
});

test("a run is drawn with all its traces, unless they are more than any page could show", () => {
  expect(figuresOf(parts(30), "td").traces[0].rows.map((row) => row.length)).toEqual([30, 30]);
  expect(() => figuresOf(parts(6_000_001), "td")).toThrow("more of its traces than a page can show");
});
