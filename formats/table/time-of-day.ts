const timeOfDay = /^(?:\d{4}-\d\d-\d\d[T ])?(\d{1,2}):(\d\d)(?::(\d\d(?:[.,]\d+)?))?(?:Z|[+-]\d\d:?\d\d)?$/;

export const isDated = (cell: string): boolean => /^\s*\d{4}-/.test(cell);

/** "2024-05-06 07:08:09.5" or "07:08:09.5" in seconds; undefined for anything else. */
export function secondsOfDay(cell: string): number | undefined {
  const text = cell.trim();
  const [, hours, minutes, seconds = "0"] = timeOfDay.exec(text) ?? [];
  if (hours === undefined) return undefined;
  const day = isDated(text) ? Date.parse(`${text.slice(0, 10)}T00:00:00Z`) / 1000 : 0;
  return day + 3600 * Number(hours) + 60 * Number(minutes) + Number(seconds.replace(",", "."));
}

export const isTimeOfDay = (cell: string): boolean => secondsOfDay(cell) !== undefined;
