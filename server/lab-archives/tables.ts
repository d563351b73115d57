/** What of a lab goes into its archive, table by table, in an order in which every reference points backwards. */
export interface ArchivedTable {
  readonly name: string;
  /** SQL: which rows `t` are the lab's; $1 is its id. */
  readonly of: string;
  /** Columns that stay behind: secrets, and what only machinery reads. */
  readonly omit?: readonly string[];
  /** Columns that are written otherwise, as SQL. */
  readonly as?: Readonly<Record<string, string>>;
  /** Columns of persons whose archived values another column takes. */
  readonly statedIn?: Readonly<Record<string, string>>;
}

const own = `t."labId" = $1`;
const within = (table: string, column: string, of = own) =>
  `EXISTS (SELECT 1 FROM "${table}" o WHERE o.id = t."${column}" AND ${of.replace(/^t\./, "o.")})`;
const ofSession = `EXISTS (SELECT 1 FROM "DatasetSession" e JOIN "DatasetSubject" s ON s.id = e."subjectId"
  JOIN "DatasetVersion" v ON v.id = s."datasetVersionId" WHERE e.id = t."sessionId" AND v."labId" = $1)`;
const inLab = (table: string, column: string) =>
  `(SELECT o.id FROM "${table}" o WHERE o.id = t."${column}" AND o."labId" = $1)`;

export const archivedTables: readonly ArchivedTable[] = [
  { name: "Model", of: own },
  // a fork of what another lab shared: where it is from stays there
  { name: "ModelVersion", of: own, as: { forkedFromId: inLab("ModelVersion", "forkedFromId") } },
  { name: "Paradigm", of: own },
  { name: "ParadigmVersion", of: own, as: { forkedFromId: inLab("ParadigmVersion", "forkedFromId") } },
  {
    name: "Upload",
    of: `${own} AND EXISTS (SELECT 1 FROM "DatasetVersion" v WHERE v."uploadId" = t.id)`,
    omit: ["sameAsId"],
  },
  {
    name: "UploadChunk",
    of: `EXISTS (SELECT 1 FROM "DatasetVersion" v WHERE v."uploadId" = t."uploadId" AND v."labId" = $1)`,
  },
  { name: "SavedMapping", of: own },
  { name: "Dataset", of: own },
  {
    ...{ name: "DatasetVersion", of: own, omit: ["cancelRequested", "partsStored"] },
    as: { status: `CASE WHEN t.status IN ('uploaded', 'importing') THEN 'cancelled' ELSE t.status END` },
  },
  { name: "DatasetSubject", of: within("DatasetVersion", "datasetVersionId") },
  {
    name: "DatasetSession",
    of: `EXISTS (SELECT 1 FROM "DatasetSubject" s JOIN "DatasetVersion" v ON v.id = s."datasetVersionId" WHERE s.id = t."subjectId" AND v."labId" = $1)`,
  },
  { name: "DatasetTrial", of: ofSession },
  { name: "DatasetSignal", of: within("DatasetVersion", "datasetVersionId") },
  { name: "DatasetSamples", of: ofSession },
  { name: "DatasetMean", of: ofSession },
  { name: "DatasetEvents", of: ofSession },
  { name: "DatasetMeasure", of: within("DatasetVersion", "datasetVersionId") },
  { name: "DatasetValues", of: ofSession },
  { name: "History", of: own },
  { name: "RunResult", of: `EXISTS (SELECT 1 FROM "Run" r WHERE r."resultId" = t.id AND r."labId" = $1)` },
  {
    ...{ name: "Run", of: own },
    omit: [
      ...["priority", "attempts", "losses", "leaseToken", "leaseUntil", "workerId"],
      ...["checkpoint", "checkpointTrial", "cancelRequested"],
    ],
    as: { status: `CASE WHEN t.status IN ('queued', 'running') THEN 'cancelled' ELSE t.status END` },
  },
  { name: "Experiment", of: own },
  { name: "ExperimentModel", of: within("Experiment", "experimentId") },
  { name: "ExperimentRun", of: within("Experiment", "experimentId") },
  { name: "Comparison", of: own },
  { name: "Dashboard", of: own },
  { name: "DashboardVersion", of: own },
  { name: "Revision", of: own },
  { name: "Publication", of: own, omit: ["slug", "salt"] },
  { name: "PublicationVersion", of: own },
  { name: "PublicationPart", of: within("Publication", "publicationId") },
  { name: "Thread", of: own },
  {
    ...{ name: "Comment", of: within("Thread", "threadId"), omit: ["fromLabId", "statedAuthorId"] },
    as: { authorId: `COALESCE(t."authorId", t."statedAuthorId")` },
    statedIn: { authorId: "statedAuthorId" },
  },
  {
    name: "CommentEdit",
    of: `EXISTS (SELECT 1 FROM "Comment" c JOIN "Thread" h ON h.id = c."threadId" WHERE c.id = t."commentId" AND h."labId" = $1)`,
  },
  { name: "AuditEntry", of: own, omit: ["id", "otherLabId"] },
];

/** What stays behind, and why. */
export const leftBehind: Readonly<Record<string, string>> = {
  Membership: "who is in a lab is decided where it is",
  Invitation: "who is in a lab is decided where it is",
  Share: "sharing is between labs of one server",
  PublicationWish: "what persons want of one server's lab; an archive says only what authors are called",
  Departure: "sharing is between labs of one server",
  SavedView: "a person's own way of looking at a list",
  DefaultView: "a person's own way of looking at a list",
  Visit: "what a person opened last",
  InboxItem: "a person's inbox",
  ThreadSubscription: "whether a person wants to hear of a conversation",
  Reaction: "a reaction is nothing but who it is by",
  Mention: "a comment says itself whom it mentions",
  UploadInspection: "made again from the file when somebody asks",
  StatedAuthor: "named in lab.json with the others",
  BlindCopy: "a review by people whom one server's links let in",
  BlindPart: "a review by people whom one server's links let in",
  BlindLink: "a review by people whom one server's links let in",
  BlindComment: "a review by people whom one server's links let in",
  LabArchive: "an archive does not hold archives",
  LabArchiveChunk: "an archive does not hold archives",
  Mail: "letters that are sent and gone",
};
