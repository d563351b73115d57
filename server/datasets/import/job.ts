import type { JobRequest } from "../../jobs/enqueue";

/** How the queue knows the job of a version. */
export const importJobKey = (versionId: string) => `import-dataset:${versionId}`;

/** Somebody looks at another file first (inspect-upload): that takes less, and a form waits for it. */
export const importJob = (versionId: string): JobRequest<"import-dataset"> => ({
  name: "import-dataset",
  payload: { datasetVersionId: versionId },
  key: importJobKey(versionId),
  priority: -1,
});
