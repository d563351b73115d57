import { type MemberRole, memberRoles } from "../../contracts/lab";

const viewer = [
  "lab:read",
  "member:read",
  "model:read",
  "paradigm:read",
  "experiment:read",
  "run:read",
  "dataset:read",
  "comparison:read",
  "dashboard:read",
  "publication:read",
  "worker:read",
  "comment:read",
  "share:read",
] as const;
const commenter = [...viewer, "comment:create"] as const;
const editor = [
  ...commenter,
  "model:create",
  "paradigm:create",
  "experiment:create",
  "run:create",
  "run:cancel",
  "dataset:create",
  "comparison:create",
  "dashboard:create",
  "publication:publish",
  "share:manage",
  "object:label",
  "object:trash",
  "view:share",
] as const;
const owner = [...editor, "lab:manage", "member:manage", "comment:moderate", "audit:read"] as const;

export type Permission = (typeof owner)[number];

/** Roles x permissions: each role may do all that a weaker one may. */
export const permissions = { owner, editor, commenter, viewer } satisfies Record<
  MemberRole,
  readonly Permission[]
>;

export const may = (role: MemberRole, permission: Permission): boolean =>
  (permissions[role] as readonly Permission[]).includes(permission);

/** Roles that may, strongest first. */
export const rolesThatMay = (permission: Permission): MemberRole[] =>
  memberRoles.filter((role) => may(role, permission));
