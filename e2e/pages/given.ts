import type { Page } from "@playwright/test";
import { ask, tell } from "./api";
import { objectsOf } from "./routes";

const text = {
  id: "p",
  title: "",
  place: { x: 0, w: 6, h: 2 },
  bind: {},
  content: { kind: "text", text: "Why" },
};
const document = { panels: [text], variables: [], references: [] };
const terms = { level: "comment", licence: "CC-BY-4.0", mayFork: true, mayExport: true, mayPublish: true };
const idOf = (href: string) => href.split("/").at(-1)!;

/** An owner lets others in, shares with a second lab of theirs, has something reviewed, and throws something away. */
export async function giveAndTake(page: Page, lab: string) {
  const one = await objectsOf(page, lab);
  const { id: dashboard } = await tell<{ id: string }>(page, "dashboards.create", {
    ...{ lab, name: "Words", document },
  });
  const copy = {
    lab,
    dashboard,
    version: 1,
    title: "Why",
    abstract: "",
    replacements: [],
    withoutCitation: [],
  };
  const { warnings } = await ask<{ warnings: { key: string }[] }>(page, "blind.preview", copy);
  const review = await tell<{ link: string }>(page, "blind.create", {
    ...{ ...copy, accepted: warnings.map(({ key }) => key), note: "", days: 14 },
  });

  const { slug: other } = await tell<{ slug: string }>(page, "labs.create", { name: "Other", empty: true });
  const offer = (kind: "model" | "paradigm" | "dashboard", to: string | null) =>
    tell<{ share: { id: string }; url: string | null }>(page, "shares.offer", {
      ...{ lab, object: { kind, id: idOf(one[kind]) }, ...terms, to },
    });
  const { share } = await offer("dashboard", other);
  await tell(page, "shares.accept", { lab: other, id: share.id });
  await offer("model", other);
  const ended = await offer("paradigm", other);
  await tell(page, "shares.accept", { lab: other, id: ended.share.id });
  await tell(page, "shares.revoke", { lab, id: ended.share.id });

  const { id: thrown } = await tell<{ id: string }>(page, "dashboards.create", {
    ...{ lab, name: "Thrown away", document },
  });
  await tell(page, "trash.put", { lab, ref: { kind: "dashboard", id: thrown } });

  const { id: userId } = await ask<{ id: string }>(page, "account.me", undefined);
  const links = [
    (await tell<{ url: string }>(page, "invitations.create", { lab, role: "viewer" })).url,
    (await offer("model", null)).url!,
    (await tell<{ url: string }>(page, "account.makeResetLink", { lab, userId })).url,
  ];
  const place = (id: string) => `${other}/shared/${id}`;
  return {
    ...{ dashboard, review: review.link, other, place: place(share.id), links },
    ended: `/lab/${place(ended.share.id)}/paradigms/${idOf(one.paradigm)}`,
  };
}
