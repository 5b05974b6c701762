/** That a client wants to hear of the changes of a resource. */
export interface Subscription {
  /** The URI as the policy of the resource leaves it: what is told of its changes names it so. */
  readonly heardAs: string;
  /** Takes it back where it came from; does not throw. To be called once. */
  readonly end: () => Promise<void>;
}
