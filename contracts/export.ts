import { z } from "zod";

export const exportFormats = ["csv", "parquet", "nwb"] as const;
export const exportFormat = z.enum(exportFormats);
export type ExportFormat = z.infer<typeof exportFormat>;

/** What to take of a dataset; nothing named takes all. GET /api/lab/<slug>/datasets/<version>/export answers a zip. */
export const datasetSelection = z.object({
  format: exportFormat,
  subjects: z.array(z.string().max(200)).max(1000).default([]),
  groups: z.array(z.string().max(200)).max(1000).default([]),
  signals: z.array(z.string().max(200)).max(1000).default([]),
  /** Tables of samples are by far the largest; NWB files always hold them. */
  samples: z.boolean().default(true),
});
export type DatasetSelection = z.infer<typeof datasetSelection>;

/** From the address of an export: `format=csv&subject=m1&subject=m2&signal=NAc&samples=0`. */
export const datasetSelectionOf = (query: URLSearchParams) =>
  datasetSelection.safeParse({
    format: query.get("format"),
    subjects: query.getAll("subject"),
    groups: query.getAll("group"),
    signals: query.getAll("signal"),
    samples: query.get("samples") !== "0",
  });

export function datasetSelectionQuery({
  format,
  subjects,
  groups,
  signals,
  samples,
}: DatasetSelection): string {
  const query = new URLSearchParams({ format });
  for (const subject of subjects) query.append("subject", subject);
  for (const group of groups) query.append("group", group);
  for (const signal of signals) query.append("signal", signal);
  if (!samples) query.set("samples", "0");
  return query.toString();
}
