import type { z } from "zod";
import type {
  FrozenContent,
  PublicationAuthor,
  publicationWishes,
  Withheld,
} from "../../../contracts/publication";
import { isShared } from "../../access/demonstration-account";
import type { InLab, LabGrant, PublicationGrant } from "../../access/grant";
import { Problem } from "../../errors";
import { createKeys } from "../freeze/keys";
import * as store from "./store";

export async function getWishes(grant: LabGrant): Promise<z.infer<typeof publicationWishes>> {
  const wishes = await store.findWishes(grant);
  return {
    mine: wishes.find(({ userId }) => userId === grant.userId)?.createdAt ?? null,
    others: wishes.flatMap(({ userId, createdAt: since, user: { name } }) =>
      userId === grant.userId ? [] : [{ name, since }],
    ),
  };
}

/** Throws refused for the account that everybody shares. */
export async function setWish(
  grant: LabGrant,
  takesPart: boolean,
): Promise<z.infer<typeof publicationWishes>> {
  if (isShared((await store.findPerson(grant)).email))
    throw new Problem("refused", "The demonstration's account is shared by everybody: it stays as it is.", {
      next: "Sign up for an account of your own.",
    });
  await store.setWish(grant, takesPart);
  return getWishes(grant);
}

/** Of these versions and experiments, those whose makers take no part in what the lab publishes. */
export async function unwillingMakers(
  grant: InLab,
  ids: readonly string[],
): Promise<readonly (Withheld & { readonly id: string })[]> {
  const people = (await store.findWishes(grant)).map(({ userId }) => userId);
  if (people.length === 0) return [];
  const why = "Whoever made it does not want it published.";
  return (await store.findMade(grant, people, ids)).map(({ kind, id, name }) => ({
    ...{ kind, id, what: name, why },
  }));
}

interface Named {
  readonly name: string;
  readonly orcid: string | null;
}
const spelt = (name: string) => name.normalize("NFC").trim().toLowerCase();
/** An ORCID iD decides where the author has one: people of one name are told apart, and a name alone stops nobody. */
const isSame = (person: Named, author: Named): boolean =>
  author.orcid ? author.orcid === person.orcid : spelt(person.name) === spelt(author.name);

/** Throws invalid where an author takes no part in what the lab publishes. */
export async function requireWilling(grant: InLab, authors: readonly PublicationAuthor[]): Promise<void> {
  const wishes = await store.findWishes(grant);
  const fields = Object.fromEntries(
    authors.flatMap((author, index) =>
      wishes.some(({ user }) => isSame(user, author))
        ? [[`authors.${index}.name`, [`${author.name} does not want to be named.`]]]
        : [],
    ),
  );
  if (Object.keys(fields).length > 0)
    throw new Problem("invalid", "Somebody among the authors takes no part in what this lab publishes.", {
      ...{ where: "authors", fields, next: "Leave them out, or ask them." },
    });
}

/** Who withdrew since a version came out, as its readers are told. */
export interface Withdrawal {
  readonly who: "author" | "maker";
  readonly since: Date;
}
export interface Wish {
  readonly userId: string;
  readonly createdAt: Date;
  readonly user: Named;
}

export async function withdrawalsFrom(
  grant: PublicationGrant,
  wishes: readonly Wish[],
  { authors, models, datasets, experiments }: FrozenContent & { readonly authors: readonly Named[] },
): Promise<Withdrawal[]> {
  if (wishes.length === 0) return [];
  const { salt, made } = await store.findMadeBehind(
    grant,
    wishes.map(({ userId }) => userId),
  );
  const keys = createKeys(salt);
  const shown = new Set([...models, ...datasets, ...experiments].map(({ key }) => key));
  return wishes.flatMap(({ userId, createdAt: since, user }) => {
    const isAuthor = authors.some((one) => isSame(user, one));
    const isBehind = made.some(
      ({ createdById, kind, id }) => createdById === userId && shown.has(keys.of(kind, id)),
    );
    return [
      ...(isAuthor ? [{ who: "author" as const, since }] : []),
      ...(isBehind ? [{ who: "maker" as const, since }] : []),
    ];
  });
}
