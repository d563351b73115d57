/**
 * What a page of one object remembers of its conversation: whether it is open, where somebody looks and where they begin,
 * and which figures stand on the page. Outside React state, so that a mark on a figure can be drawn without drawing the
 * figure, and a figure can begin a thread without knowing where threads are kept.
 */
import type { Note, NotedFigure, Notes, Span } from "@/components/charts/notes/notes";
import type { Anchor, ThreadView } from "@/contracts/comment";
import { placeOf } from "./place";

export interface Talk {
  readonly open: boolean;
  /** The thread or comment that the reader came for. */
  readonly thread: string | null;
  readonly comment: string | null;
  /** Where a new thread would begin; null while none is begun. */
  readonly begun: Anchor | null;
  /** Counts openings: an opening of what is open already still moves there. */
  readonly turn: number;
}

export interface TalkStore {
  get(): Talk;
  set(change: Partial<Talk>): void;
  subscribe(listener: () => void): () => void;
  /** Figures on the page, in the order in which they came. */
  figures(): readonly NotedFigure[];
  /** What hangs on them from now on. */
  hang(threads: readonly ThreadView[], say: (thread: ThreadView) => string): void;
  readonly notes: Notes;
}

const shut: Talk = { open: false, thread: null, comment: null, begun: null, turn: 0 };

export function createTalkStore(mayBegin: boolean): TalkStore {
  let now = shut;
  let figures: readonly NotedFigure[] = [];
  let threads: readonly ThreadView[] = [];
  let say: (thread: ThreadView) => string = () => "";
  let hung = new Map<string, readonly Note[]>();
  let counts = new Map<string, number>();
  const listeners = new Set<() => void>();
  const tell = () => listeners.forEach((listener) => listener());

  const arrange = () => {
    const next = new Map<string, Note[]>();
    counts = new Map();
    for (const thread of threads) {
      const { figure, place } = thread.anchor;
      const active = thread.id === now.thread;
      if (!figure || (thread.resolved && !active)) continue;
      counts.set(figure.key, (counts.get(figure.key) ?? 0) + 1);
      if (!place) continue;
      const note = { id: thread.id, axis: place.axis.key, from: place.from, to: place.to, active };
      const own = next.get(figure.key) ?? [];
      own.push({ ...note, group: place.group?.key ?? null, label: say(thread) });
      next.set(figure.key, own);
    }
    // an unchanged figure keeps its array, and is not drawn again
    hung = new Map(
      [...next].map(([key, own]) => {
        const before = hung.get(key);
        return [key, before && JSON.stringify(before) === JSON.stringify(own) ? before : own];
      }),
    );
  };
  const set = (change: Partial<Talk>) => {
    now = { ...now, ...change, turn: now.turn + 1 };
    arrange();
    tell();
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };

  return {
    get: () => now,
    set,
    subscribe,
    figures: () => figures,
    hang(next, words) {
      threads = next;
      say = words;
      arrange();
      tell();
    },
    notes: {
      subscribe,
      mayBegin,
      of: (figure) => hung.get(figure) ?? none,
      count: (figure) => counts.get(figure) ?? 0,
      open: (thread) => set({ open: true, thread, comment: null }),
      begin({ key, title }, span) {
        if (!mayBegin) return set({ open: true });
        set({ open: true, thread: null, comment: null, begun: anchorAt({ key, title }, span, figures) });
      },
      register(figure) {
        figures = [...figures.filter(({ key }) => key !== figure.key), figure];
        tell();
        return () => {
          figures = figures.filter((one) => one !== figure);
          tell();
        };
      },
    },
  };
}

const none: readonly Note[] = [];

function anchorAt(
  figure: { readonly key: string; readonly title: string },
  span: Span | null,
  figures: readonly NotedFigure[],
): Anchor {
  const noted = figures.find(({ key }) => key === figure.key);
  const { key, title } = figure;
  return { figure: { key, title }, place: span && noted ? placeOf(noted, span) : null };
}
