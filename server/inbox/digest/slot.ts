import type { DigestRate } from "../../../contracts/preferences";

const sentAtHour = 8;
const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;

/**
 * The digest that is the newest at this moment, named by its day in the reader's zone, as "2026-11-27": of each day from
 * eight in the morning on, of each week from Monday. Whoever had another one before is due.
 */
export function slot(at: Date, zone: string | null, rate: Exclude<DigestRate, "off">): string {
  const day = dayIn(new Date(at.getTime() - sentAtHour * hourMs), zone ?? "UTC");
  if (rate === "daily") return day;
  const noon = new Date(`${day}T12:00:00Z`);
  const sinceMonday = (noon.getUTCDay() + 6) % 7;
  return new Date(noon.getTime() - sinceMonday * dayMs).toISOString().slice(0, 10);
}

// Swedish writes dates as ISO does
const dayIn = (at: Date, timeZone: string) =>
  new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(at);
