import { objectKey, type ObjectRef } from "@/contracts/object";
import { presenceLastsMs, type Presence } from "@/contracts/presence";

/** Somebody who looks at an object now, from however many tabs. */
export interface Here {
  readonly id: string;
  readonly name: string;
  /** The name of their own lab, where that is not the object's. */
  readonly guestOf: string | null;
}
interface Seen extends Here {
  /** By tab: until when it counts without being heard of again. */
  readonly tabs: Map<string, number>;
}

/** Those who may have gone have so long to say that they are still there. */
const doubtMs = 2000;
const nobody: readonly Here[] = [];

/** Whom this tab has heard of, by object. The server keeps nothing: a person is there while some tab of theirs says so. */
export function createPresenceStore(now = () => Date.now()) {
  const objects = new Map<string, Map<string, Seen>>();
  const shown = new Map<string, readonly Here[]>();
  const listeners = new Set<() => void>();
  const askers = new Set<(object: string | null, tab: string | null) => void>();

  const refresh = () => {
    let changed = false;
    for (const [key, people] of objects) {
      for (const [id, { tabs }] of people) {
        for (const [tab, until] of tabs) if (until <= now()) tabs.delete(tab);
        if (tabs.size === 0) people.delete(id);
      }
      const before = shown.get(key) ?? nobody;
      const after = [...people.values()]
        .map(({ id, name, guestOf }) => ({ id, name, guestOf }))
        .sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
      if (JSON.stringify(before) !== JSON.stringify(after)) {
        shown.set(key, after);
        changed = true;
      }
      if (people.size === 0) objects.delete(key);
    }
    if (changed) listeners.forEach((listener) => listener());
  };

  return {
    heard({ object, person, guestOf, tab, here, asks }: Presence) {
      const key = objectKey(object);
      const people = objects.get(key) ?? new Map<string, Seen>();
      objects.set(key, people);
      const tabs = people.get(person.id)?.tabs ?? new Map<string, number>();
      people.set(person.id, { ...person, guestOf: guestOf?.name ?? null, tabs });
      tabs.set(tab, here ? now() + presenceLastsMs : 0);
      refresh();
      if (asks) askers.forEach((asked) => asked(key, tab));
    },
    /** Somebody may have no right to be there any more: who has says so at once, and the others are gone in a moment. */
    doubt() {
      for (const people of objects.values())
        for (const { tabs } of people.values())
          for (const [tab, until] of tabs) tabs.set(tab, Math.min(until, now() + doubtMs));
      askers.forEach((asked) => asked(null, null));
    },
    refresh,
    at: (object: ObjectRef): readonly Here[] => shown.get(objectKey(object)) ?? nobody,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Called with the object that a newcomer asks about and the newcomer's tab, or with null when all should say. */
    onAsked(asked: (object: string | null, tab: string | null) => void) {
      askers.add(asked);
      return () => void askers.delete(asked);
    },
  };
}

/** One for the tab: every stream of it tells it, every page of it asks it. */
export const presenceStore = createPresenceStore();
