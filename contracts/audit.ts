import { z } from "zod";
import { id } from "./lab";
import { objectKinds } from "./object";

/** What an act can be about: what a lab keeps, and the lab's own life. */
export const auditKinds = [
  ...objectKinds,
  "member",
  "invitation",
  "share",
  "publication",
  "blind-copy",
  "lab",
] as const;
export const auditKind = z.enum(auditKinds);
export type AuditKind = z.infer<typeof auditKind>;

interface Act {
  /** Between the person and the object: "Ada launched the experiment Fair". */
  readonly says: string;
  /** Whether the lab's activity shows it to all members; the audit log shows every act to owners. */
  readonly inActivity: boolean;
}

/**
 * Every act that changes what a lab holds or who may see it. A new mutation adds its line here and calls `audit` in the
 * transaction that changes something (server/audit).
 */
export const acts = {
  "model.create": { says: "made the model", inActivity: true },
  "model.version": { says: "saved a new version of the model", inActivity: true },
  "model.fork": { says: "forked a model as", inActivity: true },
  "model.rename": { says: "renamed the model", inActivity: true },
  "model.tag": { says: "tagged the model", inActivity: false },
  "model.trash": { says: "moved to the trash the model", inActivity: true },
  "model.restore": { says: "restored the model", inActivity: true },
  "model.delete": { says: "deleted for good, after its time in the trash, the model", inActivity: false },
  "model.notes": { says: "wrote notes of the model", inActivity: true },
  "paradigm.create": { says: "made the paradigm", inActivity: true },
  "paradigm.version": { says: "saved a new version of the paradigm", inActivity: true },
  "paradigm.fork": { says: "forked a paradigm as", inActivity: true },
  "paradigm.trash": { says: "moved to the trash the paradigm", inActivity: true },
  "paradigm.restore": { says: "restored the paradigm", inActivity: true },
  "paradigm.delete": {
    says: "deleted for good, after its time in the trash, the paradigm",
    inActivity: false,
  },
  "experiment.launch": { says: "launched the experiment", inActivity: true },
  "experiment.cancel": { says: "cancelled runs of the experiment", inActivity: true },
  "experiment.retry": { says: "started again runs of the experiment", inActivity: true },
  "experiment.rename": { says: "renamed the experiment", inActivity: true },
  "experiment.tag": { says: "tagged the experiment", inActivity: false },
  "experiment.trash": { says: "moved to the trash the experiment", inActivity: true },
  "experiment.restore": { says: "restored the experiment", inActivity: true },
  "experiment.delete": {
    says: "deleted for good, after its time in the trash, the experiment",
    inActivity: false,
  },
  "run.cancel": { says: "cancelled the run", inActivity: true },
  "run.retry": { says: "started again the run", inActivity: true },
  "run.recompute": { says: "recomputed the run", inActivity: true },
  "dataset.import": { says: "imported the dataset", inActivity: true },
  "dataset.cancel": { says: "cancelled the import of the dataset", inActivity: true },
  "dataset.retry": { says: "tried again to import the dataset", inActivity: true },
  "dataset.rename": { says: "renamed the dataset", inActivity: true },
  "dataset.tag": { says: "tagged the dataset", inActivity: false },
  "dataset.trash": { says: "moved to the trash the dataset", inActivity: true },
  "dataset.restore": { says: "restored the dataset", inActivity: true },
  "dataset.delete": { says: "deleted for good, after its time in the trash, the dataset", inActivity: false },
  "comparison.save": { says: "saved the comparison", inActivity: true },
  "comparison.update": { says: "changed the comparison", inActivity: true },
  "comparison.aside": { says: "kept another state of the comparison", inActivity: false },
  "comparison.rename": { says: "renamed the comparison", inActivity: true },
  "comparison.tag": { says: "tagged the comparison", inActivity: false },
  "comparison.trash": { says: "moved to the trash the comparison", inActivity: true },
  "comparison.restore": { says: "restored the comparison", inActivity: true },
  "comparison.delete": {
    says: "deleted for good, after its time in the trash, the comparison",
    inActivity: false,
  },
  "comparison.remove": { says: "removed the comparison", inActivity: true },
  "comment.begin": { says: "began a conversation about", inActivity: true },
  "comment.reply": { says: "answered in a conversation about", inActivity: true },
  "comment.edit": { says: "changed a comment about", inActivity: false },
  "comment.delete": { says: "deleted a comment about", inActivity: false },
  "comment.restore": { says: "brought back a comment about", inActivity: false },
  "comment.resolve": { says: "resolved a conversation about", inActivity: true },
  "comment.reopen": { says: "reopened a conversation about", inActivity: true },
  "dashboard.create": { says: "made the dashboard", inActivity: true },
  "dashboard.version": { says: "saved a new version of the dashboard", inActivity: true },
  "dashboard.rename": { says: "named or tagged the dashboard", inActivity: true },
  "dashboard.tag": { says: "tagged the dashboard", inActivity: false },
  "dashboard.trash": { says: "moved to the trash the dashboard", inActivity: true },
  "dashboard.restore": { says: "restored the dashboard", inActivity: true },
  "publication.publish": { says: "published", inActivity: true },
  "publication.version": { says: "published a new version of", inActivity: true },
  "publication.withdraw": { says: "withdrew the publication", inActivity: true },
  "publication.restore": { says: "made public again", inActivity: true },
  "publication.leave": {
    says: "wants nothing that they made, nor their name, in what is published by",
    inActivity: true,
  },
  "publication.return": { says: "takes part again in what is published by", inActivity: true },
  "blind.make": { says: "made a blind copy for reviewers of", inActivity: true },
  "blind.link": { says: "made a link for a reviewer to the blind copy", inActivity: true },
  "blind.revoke": { says: "revoked a reviewer's link to the blind copy", inActivity: true },
  "blind.comment": { says: "received a reviewer's comment on the blind copy", inActivity: true },
  "blind.answer": { says: "answered a reviewer of the blind copy", inActivity: true },
  "dashboard.delete": {
    says: "deleted for good, after its time in the trash, the dashboard",
    inActivity: false,
  },
  "lab.create": { says: "made the lab", inActivity: true },
  "lab.rename": { says: "renamed the lab", inActivity: true },
  "lab.delete": { says: "asked that this be deleted: the lab", inActivity: true },
  "lab.keep": { says: "called back the deletion of the lab", inActivity: true },
  "lab.export": { says: "began an archive of the lab", inActivity: false },
  "lab.import": { says: "began to bring an archive into the lab", inActivity: true },
  "lab.forget-archive": { says: "removed an archive of the lab", inActivity: false },
  "invitation.create": { says: "invited somebody as", inActivity: false },
  "invitation.revoke": { says: "revoked an invitation", inActivity: false },
  "share.offer": { says: "offered to share", inActivity: true },
  "share.change": { says: "changed the terms of sharing", inActivity: true },
  "share.accept": { says: "accepted what another lab shares,", inActivity: true },
  "share.accepted": { says: "accepted", inActivity: true },
  "share.revoke": { says: "stopped sharing", inActivity: true },
  "share.end": { says: "gave back what another lab shared,", inActivity: true },
  "share.ended": { says: "gave back", inActivity: true },
  "share.fork": { says: "forked what another lab shared as", inActivity: true },
  "share.forked": { says: "forked", inActivity: true },
  "share.export": { says: "exported from what another lab shared,", inActivity: true },
  "share.exported": { says: "exported from", inActivity: true },
  "member.join": { says: "became a member", inActivity: true },
  "member.reset": { says: "made a link for a new password of", inActivity: false },
  "member.role": { says: "changed the role of", inActivity: false },
  "member.remove": { says: "removed from the lab", inActivity: true },
  "member.leave": { says: "left the lab", inActivity: true },
  "member.transfer": { says: "handed the lab over to", inActivity: true },
} as const satisfies Record<string, Act>;
export type Action = keyof typeof acts;

/** Numbers and words that say more of an act. Never a person's name or address: those are looked up when read. */
export const auditDetails = z.record(
  z.string().max(40),
  z.union([z.string().max(200), z.number(), z.boolean(), z.null()]),
);
export type AuditDetails = z.infer<typeof auditDetails>;

/** What an act was about, as it was called then; members go by id alone. */
export const auditObject = z.object({ kind: auditKind, id, name: z.string() });
export type AuditObject = z.infer<typeof auditObject>;
