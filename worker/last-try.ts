import { brief } from "./brief";

/** How often the queue has handed out a job, this time included, and how often it will. */
export interface Tries {
  readonly attempts: number;
  readonly max_attempts: number;
}

/** Does a job whose errors the queue answers by trying again, and says what went wrong when it tries no more. */
export async function lastTry(
  { attempts, max_attempts }: Tries,
  work: () => Promise<void>,
  giveUp: (reason: string) => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (attempts < max_attempts) throw error;
    await giveUp(brief(error).replace(/\.$/, ""));
  }
}
