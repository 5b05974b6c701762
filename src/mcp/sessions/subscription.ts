/** Resources that one session listens to; each may cost requests to a server behind us, and again when it comes back. */
export const MOST_SUBSCRIPTIONS = 200;

/** That a client wants to hear of the changes of a resource. */
export interface Subscription {
  /** The URI as the policy of the resource leaves it: what is told of its changes names it so. */
  readonly heardAs: string;
  /** Has it taken back where it came from, which nobody waits for. To be called once. */
  readonly end: () => void;
}
