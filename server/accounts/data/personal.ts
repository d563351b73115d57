/**
 * Every column that names a person, with what the export of their data holds of its rows and what becomes of these when the
 * account is deleted. A column that is missing here fails a test.
 *
 * A deleted account leaves its row in "User" under a pseudonym, so what is kept goes on naming somebody, but nobody knows
 * whom: that covers the audit log too, which cannot be rewritten.
 */
export interface PersonalColumn {
  readonly table: string;
  readonly column: string;
  /** The file of the export with these rows; null: none, for the reason in `says`. */
  readonly file: string | null;
  /** What the file holds, or why there is none. */
  readonly says: string;
  readonly onDelete: "kept" | "removed";
  /** A column that is true for rows that are kept all the same: others use them too. */
  readonly unless?: string;
  /** Columns left out of the export: secrets, and what only machinery reads. */
  readonly omit?: readonly string[];
  /** Orders the rows; "id" unless told otherwise. */
  readonly order?: readonly string[];
  /** Only rows of labs that the person is in now: what a lab holds is its members' to read. */
  readonly inLab?: true;
}

const made = (
  table: string,
  file: string,
  says: string,
  more: Partial<PersonalColumn> = {},
): PersonalColumn => ({
  ...{ table, column: "createdById", file, says, onDelete: "kept", inLab: true },
  ...more,
});
const unread = (table: string, column: string, says: string, onDelete: PersonalColumn["onDelete"]) =>
  ({ table, column, file: null, says, onDelete }) as const;

export const personalColumns: readonly PersonalColumn[] = [
  {
    ...{ table: "User", column: "id", file: "account.json", onDelete: "kept", omit: ["passwordHash"] },
    says: "The account itself. Of the password only a hash is known here, and that stays here.",
  },
  {
    ...{ table: "Session", column: "userId", file: "sessions.json", onDelete: "removed" },
    says: "Browsers that are signed in.",
  },
  {
    ...{ table: "Identity", column: "userId", file: "linked-places.json", onDelete: "removed" },
    says: "Places elsewhere that let you in here.",
  },
  unread("AccountLink", "userId", "one-time links, known by their hash alone", "removed"),
  unread(
    "AccountLink",
    "madeById",
    "one-time links that you made for members; activity.json has it",
    "removed",
  ),
  {
    ...{ table: "Membership", column: "userId", file: "memberships.json", onDelete: "removed" },
    ...{ order: ["labId"], says: "Labs that you are in, with your role." },
  },
  {
    ...{ table: "AuditEntry", column: "actorId", file: "activity.json", onDelete: "kept", inLab: true },
    says: "What you did in these labs, as their logs know it.",
  },
  made("Model", "models.json", "Models that you made."),
  made("ModelVersion", "model-versions.json", "Their versions that you saved, with all parameter values."),
  made("Paradigm", "paradigms.json", "Paradigms that you made."),
  made("ParadigmVersion", "paradigm-versions.json", "Their versions."),
  made("Experiment", "experiments.json", "Experiments that you launched."),
  made(
    "Dataset",
    "datasets.json",
    "Datasets that you made. The recordings are taken away on their own pages.",
  ),
  made(
    "DatasetVersion",
    "dataset-versions.json",
    "Their versions that you imported, with mapping and licence.",
  ),
  made("Upload", "uploads.json", "Files that you uploaded: name, size and hash."),
  made("SavedMapping", "import-answers.json", "Answers about the layout of files that you gave for later."),
  made("Comparison", "comparisons.json", "Comparisons that you saved."),
  made("Revision", "revisions.json", "States of comparisons and notes of models that you wrote."),
  made("Dashboard", "dashboards.json", "Dashboards that you made, with their drafts."),
  made("DashboardVersion", "dashboard-versions.json", "Their versions that you saved."),
  made("Publication", "publications.json", "Publications that you began.", { omit: ["salt"] }),
  {
    ...{ table: "PublicationVersion", column: "publishedById", file: "publication-versions.json" },
    ...{ onDelete: "kept", inLab: true, says: "Their versions that you published." },
  },
  {
    ...{ table: "PublicationWish", column: "userId", file: "publishing.json", onDelete: "kept" },
    ...{ order: ["labId"], says: "Labs that you want to publish nothing of yours." },
  },
  made("BlindCopy", "blind-copies.json", "Copies for blind review that you made."),
  made("BlindLink", "blind-links.json", "Links for reviewers that you made.", { omit: ["tokenHash"] }),
  {
    ...{
      table: "BlindComment",
      column: "authorId",
      file: "blind-answers.json",
      onDelete: "kept",
      inLab: true,
    },
    says: "What you answered reviewers, who read it as the authors'.",
  },
  unread("Dashboard", "draftById", "who changed a draft last", "kept"),
  unread("LabArchive", "createdById", "activity.json says which archives you made or brought in", "kept"),
  made("Invitation", "invitations.json", "Invitations that you made.", { omit: ["tokenHash", "email"] }),
  unread("Invitation", "acceptedById", "memberships.json says where you are in", "kept"),
  made("Share", "shares.json", "Objects that you offered to other labs.", { omit: ["tokenHash"] }),
  unread("Share", "acceptedById", "activity.json says what you accepted", "kept"),
  unread("Thread", "resolvedById", "activity.json has it", "kept"),
  {
    ...{ table: "Comment", column: "authorId", file: "comments.json", onDelete: "kept", omit: ["once"] },
    says: "Comments that you wrote, wherever that was.",
  },
  {
    ...{ table: "Reaction", column: "userId", file: "reactions.json", onDelete: "kept" },
    ...{ order: ["commentId", "key"], says: "Your reactions to comments." },
  },
  unread("Mention", "userId", "where others name you; that is theirs", "kept"),
  {
    ...{ table: "ThreadSubscription", column: "userId", file: "subscriptions.json", onDelete: "removed" },
    ...{ order: ["threadId"], says: "Threads that you follow or muted." },
  },
  {
    ...{ table: "InboxItem", column: "userId", file: "inbox.json", onDelete: "removed" },
    says: "Your inbox.",
  },
  {
    ...{
      table: "SavedView",
      column: "userId",
      file: "saved-views.json",
      onDelete: "removed",
      unless: "shared",
    },
    says: "Views of lists that you saved.",
  },
  unread("DefaultView", "userId", "which saved view a list opens with", "removed"),
  {
    ...{ table: "Visit", column: "userId", file: "visits.json", onDelete: "removed" },
    ...{ order: ["at", "kind", "objectId"], says: "What you opened last, for the search." },
  },
  {
    ...{ table: "Preferences", column: "userId", file: "preferences.json", onDelete: "removed" },
    ...{ order: ["userId"], says: "Shortcuts, tours that you have seen, and how often you hear by e-mail." },
  },
  unread("InboxItem", "actorId", "other people's inboxes", "kept"),
  ...["Model", "Paradigm", "Experiment", "Dataset", "Comparison", "Dashboard"].map((table) =>
    unread(table, "trashedById", "activity.json has it", "kept"),
  ),
  unread("Lab", "deleteAskedById", "activity.json has it", "kept"),
];

/** Columns with e-mail addresses, cleared of the person's when the account is deleted (store.ts). */
export const addressColumns = [
  "User.email",
  "AccountLink.email",
  "ResetRequest.email",
  "Mail.to",
  "RateLimit.key",
  "Invitation.email",
] as const;
