import { type LogFilter, logFilter } from "@/contracts/activity";

const keys = Object.keys(logFilter.shape) as (keyof LogFilter)[];

/** The filter that an address says; what cannot be read is left out, so that an old or mistyped address still opens. */
export function readFilter(query: string): LogFilter {
  const params = new URLSearchParams(query);
  const entries = keys.flatMap((key) => {
    const value = logFilter.shape[key].safeParse(params.get(key) || undefined);
    return value.success && value.data !== undefined ? [[key, value.data]] : [];
  });
  return Object.fromEntries(entries) as LogFilter;
}

export function writeFilter(filter: LogFilter): string {
  const params = new URLSearchParams();
  for (const key of keys) if (filter[key]) params.set(key, filter[key]);
  return params.toString();
}
