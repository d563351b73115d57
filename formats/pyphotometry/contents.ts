import type { ContentItem } from "@/contracts/reading";
import type { RecordingPart } from "@/contracts/recording";
import type { PpdHeader } from "./header";

const listed = (value: unknown) => [value].flat().map((one) => String(one).slice(0, 120));

/** What the header says, and the inputs that were recorded. */
export function ppdContents(header: PpdHeader): RecordingPart {
  const { end: _, ...said } = header;
  const item = (path: string, type: string, more: Partial<ContentItem> = {}): ContentItem => ({
    ...{ path: path.slice(0, 1000), name: path.slice(0, 200), depth: 0, type, dims: null, unit: null },
    ...{ first: [], gaps: null, looked: null, ...more },
  });
  const inputs = (name: string, count: number, unit: string | null) =>
    Array.from({ length: count }, (_, at) => item(`${name} ${at + 1}`, `${name} input`, { unit }));
  return {
    ...{ kind: "contents", what: `pyPhotometry ${header.version} recording`.slice(0, 200), more: 0 },
    items: [
      ...inputs("analog", header.n_analog_signals, "V"),
      ...inputs("digital", header.n_digital_signals, null),
      ...Object.entries(said)
        .slice(0, 100)
        .map(([name, value]) => item(name, "header", { first: listed(value).slice(0, 12) })),
    ],
  };
}
