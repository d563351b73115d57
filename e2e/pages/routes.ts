import { readdirSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import type { ObjectKind } from "../../contracts/object";
import { ask } from "./api";

/** Every page of app/, by the folder of its file, and where somebody looks at it. */
type Addresses = Readonly<Record<string, string>>;
type Objects = Readonly<Record<ObjectKind | "subject", string>>;

export const pagesOfTheApp = () =>
  readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)page\.tsx$/.test(file))
    .map((file) => file.replace(/\/?page\.tsx$/, ""));

/** One of each kind that can be read in a lab, or under a share: where its page is. */
export async function objectsOf(page: Page, lab: string): Promise<Objects> {
  const list = (text: string) =>
    ask<{ ref: { kind: ObjectKind; id: string }; href: string }[]>(page, "objects.list", {
      lab,
      text,
      limit: 1,
    });
  // of the experiments the one that is computed first
  const [any, fair] = [await list(""), await list("The fair comparison")];
  const one = (kind: ObjectKind) => [...fair, ...any].find(({ ref }) => ref.kind === kind)!;
  const done = { lab, experiment: one("experiment").ref.id, where: { status: ["done"] }, limit: 1 };
  const run = async () => (await ask<{ rows: { id: string }[] }>(page, "runs.list", done)).rows[0]?.id;
  await expect.poll(run, { message: "a run that is done", timeout: 120_000 }).toBeTruthy();
  const dataset = { lab, datasetId: one("dataset").ref.id };
  const subject = async () =>
    (await ask<{ subjects: { name: string }[] }>(page, "datasets.get", dataset)).subjects[0]?.name;
  await expect.poll(subject, { message: "a recording that is read", timeout: 120_000 }).toBeTruthy();
  return {
    ...Object.fromEntries(any.map(({ ref: { kind } }) => [kind, one(kind).href])),
    run: `/lab/${lab}/runs/${await run()}`,
    subject: `${one("dataset").href}/subjects/${encodeURIComponent((await subject())!)}`,
  } as Objects;
}

/** These only lead to others. */
export const doors = ["", "inbox", "lab/[lab]/shared/[share]"];

/** Before the door. */
export const outside: Addresses = {
  "sign-in": "/sign-in",
  "sign-up": "/sign-up",
  "forgot-password": "/forgot-password",
  "confirm-email": "/confirm-email",
};

/** What a link opens, by its kind; without the link the page says so. */
export const behindLinks: Addresses = {
  "reset-password": "/reset-password",
  join: "/join",
  "shared-with-you": "/shared-with-you",
};

const lab = (paths: readonly string[], base: string): Addresses =>
  Object.fromEntries(paths.map((path) => [`lab/[lab]${path}`, base + path]));

export const rooms = (base: string): Addresses => ({
  account: "/account",
  "labs/new": "/labs/new",
  "sign-out": "/sign-out",
  ...lab(["", "/compare/all", "/experiments", "/models", "/paradigms", "/datasets"], base),
  ...lab(["/dashboards", "/inbox", "/publications", "/settings"], base),
  ...lab(["/models/new", "/paradigms/new", "/experiments/new", "/datasets/new", "/dashboards/new"], base),
  // without a question it leads to the first saved comparison
  "lab/[lab]/compare": `${base}/compare?groups=`,
  "lab/[lab]/search": `${base}/search?q=rate`,
});

export const objects = (one: Objects): Addresses => ({
  "lab/[lab]/models/[model]": one.model,
  "lab/[lab]/models/[model]/versions/new": `${one.model}/versions/new`,
  "lab/[lab]/paradigms/[paradigm]": one.paradigm,
  "lab/[lab]/paradigms/[paradigm]/versions/new": `${one.paradigm}/versions/new`,
  "lab/[lab]/experiments/[experiment]": one.experiment,
  "lab/[lab]/experiments/[experiment]/runs": `${one.experiment}/runs`,
  "lab/[lab]/runs/[run]": one.run,
  "lab/[lab]/datasets/[dataset]": one.dataset,
  "lab/[lab]/datasets/[dataset]/subjects/[subject]": one.subject,
  "lab/[lab]/compare/[comparison]": one.comparison,
  "lab/[lab]/dashboards/[dashboard]": one.dashboard,
  "lab/[lab]/dashboards/[dashboard]/edit": `${one.dashboard}/edit`,
  "lab/[lab]/dashboards/[dashboard]/history": `${one.dashboard}/history`,
});

/** Of an owner, who has let others in, shared, published and thrown away. */
export const owned = (base: string, dashboard: string, link: string): Addresses => ({
  ...lab(["/members", "/sharing", "/shared", "/audit", "/trash"], base),
  "lab/[lab]/dashboards/[dashboard]/publish": `${base}/dashboards/${dashboard}/publish`,
  "lab/[lab]/dashboards/[dashboard]/blind": `${base}/dashboards/${dashboard}/blind`,
  "lab/[lab]/dashboards/[dashboard]/blind/[link]": `${base}/dashboards/${dashboard}/blind/${link}`,
});

export const shared = (place: string, one: Objects): Addresses => {
  const here = "lab/[lab]/shared/[share]";
  return {
    [`${here}/models/[model]`]: one.model,
    [`${here}/paradigms/[paradigm]`]: one.paradigm,
    [`${here}/experiments/[experiment]`]: one.experiment,
    [`${here}/runs/[run]`]: one.run,
    [`${here}/datasets/[dataset]`]: one.dataset,
    [`${here}/datasets/[dataset]/subjects/[subject]`]: one.subject,
    [`${here}/compare`]: `/lab/${place}/compare?groups=`,
    [`${here}/compare/[comparison]`]: one.comparison,
    [`${here}/dashboards/[dashboard]`]: one.dashboard,
  };
};
