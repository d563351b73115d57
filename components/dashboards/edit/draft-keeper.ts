/**
 * The draft of one editor: what the person sees, how to undo it, and how it reaches the server. It saves by itself, one
 * request at a time; when somebody else saved first it stops, keeps both, and waits for a choice.
 */
import type { DashboardDocument } from "@/contracts/dashboard";
import { mergeDocuments } from "./merge";

export interface ServerDraft {
  readonly revision: number;
  readonly document: DashboardDocument;
}
export interface OtherDraft extends ServerDraft {
  /** Who changed it last; null for the machinery. */
  readonly author: string | null;
}

export interface DraftState {
  readonly past: readonly DashboardDocument[];
  readonly present: DashboardDocument;
  readonly future: readonly DashboardDocument[];
  /** What the server has, as far as known. */
  readonly synced: ServerDraft;
  readonly saving: boolean;
  /** Why the last attempt failed; the next edit or `save` tries again. */
  readonly problem: string | null;
  readonly conflict: OtherDraft | null;
}

export interface DraftServer {
  /** @returns the new revision, or null when the draft is not at `revision` any more. */
  save(revision: number, document: DashboardDocument): Promise<number | null>;
  load(): Promise<OtherDraft>;
  /** Makes a version of what the server has at `revision`. @returns the new revision, or null as `save`. */
  keep(revision: number, message: string): Promise<number | null>;
}
export type Choice = "mine" | "theirs" | "both";

const longestPast = 200;

export interface DraftKeeper {
  get(): DraftState;
  subscribe(listener: () => void): () => void;
  change(edit: (document: DashboardDocument) => DashboardDocument): void;
  undo(): void;
  redo(): void;
  /** Resolves when the server has what the person sees: true; false when it could not be brought there. */
  save(): Promise<boolean>;
  settle(choice: Choice): Promise<void>;
  /** The server made the draft say something else, on this person's own word. */
  adopt(draft: ServerDraft): void;
}

export function createDraftKeeper(first: ServerDraft, server: DraftServer): DraftKeeper {
  let state: DraftState = {
    ...{ past: [], present: first.document, future: [], synced: first },
    ...{ saving: false, problem: null, conflict: null },
  };
  let running: Promise<boolean> | null = null;
  const listeners = new Set<() => void>();
  const set = (change: Partial<DraftState>) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const step = (present: DashboardDocument) =>
    set({ past: [...state.past, state.present].slice(-longestPast), present, future: [] });

  async function push(): Promise<boolean> {
    while (state.present !== state.synced.document) {
      if (state.conflict) return false;
      const { present: document, synced } = state;
      try {
        const revision = await server.save(synced.revision, document);
        if (revision === null) set({ conflict: await server.load() });
        else set({ synced: { revision, document }, problem: null });
      } catch (error) {
        set({ problem: error instanceof Error ? error.message : String(error) });
        return false;
      }
    }
    return state.conflict === null;
  }

  function save(): Promise<boolean> {
    running ??= (async () => {
      set({ saving: true });
      try {
        return await push();
      } finally {
        running = null;
        set({ saving: false });
      }
    })();
    return running;
  }

  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    change(edit) {
      const next = edit(state.present);
      if (next !== state.present) step(next);
    },
    undo() {
      const before = state.past.at(-1);
      if (!before) return;
      set({ past: state.past.slice(0, -1), present: before, future: [state.present, ...state.future] });
    },
    redo() {
      const [next, ...future] = state.future;
      if (!next) return;
      set({ past: [...state.past, state.present], present: next, future });
    },
    save,
    async settle(choice) {
      const { conflict, synced, present } = state;
      if (!conflict) return;
      const { author, revision, document } = conflict;
      if (choice === "mine") {
        // theirs stays as a version: it can be found, compared and restored
        const kept = await server.keep(
          revision,
          `Draft of ${author ?? "Phasic"}, kept when another was chosen`,
        );
        if (kept === null) return set({ conflict: await server.load() });
        set({ conflict: null, synced: { revision: kept, document } });
      } else if (choice === "theirs") {
        // mine stays as a version, too: undo brings it back only while this page is open
        const at = await server.save(revision, present);
        const kept =
          at && (await server.keep(at, `Another draft, kept when that of ${author ?? "Phasic"} was chosen`));
        if (kept === null) return set({ conflict: await server.load() });
        set({ conflict: null, synced: { revision: kept, document: present } });
        step(document);
      } else {
        set({ conflict: null, synced: { revision, document } });
        step(mergeDocuments(synced.document, present, document));
      }
      await save();
    },
    adopt(draft) {
      set({ synced: draft });
      if (draft.document !== state.present) step(draft.document);
    },
  };
}
