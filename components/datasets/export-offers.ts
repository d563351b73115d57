import { type DatasetSelection, datasetSelection, datasetSelectionQuery } from "@/contracts/export";

/** What a version, or a part of it, can be taken away as. */
export const offers: readonly {
  readonly label: string;
  readonly selection: Pick<DatasetSelection, "format" | "samples">;
}[] = [
  { label: "CSV tables", selection: { format: "csv", samples: true } },
  { label: "CSV tables, without samples", selection: { format: "csv", samples: false } },
  { label: "Parquet tables", selection: { format: "parquet", samples: true } },
  { label: "NWB files, one per session", selection: { format: "nwb", samples: true } },
];

type Selection = Partial<DatasetSelection> & Pick<DatasetSelection, "format">;
export const exportHref = (lab: string, version: string, selection: Selection): string =>
  `/api/lab/${lab}/datasets/${version}/export?${datasetSelectionQuery(datasetSelection.parse(selection))}`;
