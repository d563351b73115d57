/** How long a worker may write a run after it last said that it lives. */
export const leaseSeconds = 10;
export const renewEveryMs = 2000;

/** The right to write one run, until it is lost. Every write carries the token and is refused once the lease is over. */
export interface Lease {
  readonly runId: string;
  readonly token: string;
}
