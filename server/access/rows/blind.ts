import { env } from "../../env";
import { createCopy, previewCopy } from "../../publications/blind/service";
import type { LabFixture } from "../testing/lab-fixture";
import { oncePerLab } from "../testing/once-per-lab";
import { pathCookie } from "../cookie";
import { makeDashboard } from "./dashboards";
import type { ProcedureRow, RouteRow } from "./row";

const wording = async (lab: LabFixture) => ({
  ...{ dashboard: (await makeDashboard(lab)).id, version: 1, title: "What was found", abstract: "" },
  ...{ replacements: [], withoutCitation: [], options: {} },
});
/** With whatever the preview warns of accepted. */
const wanted = async (lab: LabFixture) => {
  const input = await wording(lab);
  const { warnings } = await previewCopy(lab.grant, input);
  return { ...input, accepted: warnings.map(({ key }) => key), note: "", days: 30 as const };
};

/** A blind copy with one link, new with each call; `url` opens it. */
export const makeBlindCopy = async (lab: LabFixture) => createCopy(lab.grant, await wanted(lab));

const ofLink = async (lab: LabFixture) => ({ link: (await makeBlindCopy(lab)).link });

export const blind: readonly ProcedureRow[] = [
  {
    name: "blind.list",
    access: "publication:read",
    input: async (lab) => ({ dashboard: (await makeDashboard(lab)).id }),
  },
  { name: "blind.preview", access: "publication:publish", input: wording },
  { name: "blind.create", access: "publication:publish", input: wanted, free: ["accepted.0"] },
  {
    name: "blind.addLink",
    access: "publication:publish",
    input: async (lab) => ({ copy: (await makeBlindCopy(lab)).copy.id, note: "", days: 30 }),
  },
  { name: "blind.revoke", access: "publication:publish", input: ofLink },
  { name: "blind.conversation", access: "publication:read", input: ofLink },
  {
    name: "blind.answer",
    access: "publication:publish",
    input: async (lab) => ({ ...(await ofLink(lab)), panel: null, body: "We shall do that." }),
  },
];

const copy = oncePerLab(makeBlindCopy);
const tokenOf = async (lab: LabFixture) => (await copy(lab)).url.split("/").at(-1)!;
const route = (
  file: string,
  more: Record<string, string[]> = {},
  form: Record<string, string> | null = null,
): RouteRow => ({
  ...{ file: `app/blind/[address]${file}/route.ts`, method: form ? "POST" : "GET", access: "link" },
  async request(lab) {
    const token = await tokenOf(lab);
    const cookie = `${pathCookie("review")}=${token}`;
    const { href, origin } = new URL(`/blind/${token.slice(0, 12)}`, env().NEXTAUTH_URL);
    return form
      ? new Request(href, { method: "POST", headers: { cookie, origin }, body: new URLSearchParams(form) })
      : new Request(href, { headers: { cookie } });
  },
  params: async (lab) => ({ address: (await tokenOf(lab)).slice(0, 12), ...more }),
});
export const blindRoutes: readonly RouteRow[] = [
  route(""),
  route("/[...file]", { file: ["archive.zip"] }),
  route("/comments"),
  route("/comments", {}, { as: "", panel: "", body: "Why?" }),
];
