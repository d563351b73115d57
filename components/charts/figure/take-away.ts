import { createContext, use } from "react";

export interface TakeAway {
  /** Why nothing may be taken from the page; null where it may. */
  readonly refusal: string | null;
  /** Asks and writes it down before anything is handed out. Rejects with the reason. */
  readonly ask: (what: string) => Promise<void>;
}
const free: TakeAway = { refusal: null, ask: () => Promise.resolve() };

/** Whether figures and tables of the page may be kept as files: those of one's own lab always. */
export const TakeAwayContext = createContext<TakeAway>(free);
export const useTakeAway = () => use(TakeAwayContext);
