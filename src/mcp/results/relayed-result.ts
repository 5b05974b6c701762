/** A whole result of the protocol that somebody else made: it passes the policies and goes on as it is. */
export class RelayedResult {
  constructor(readonly result: Readonly<Record<string, unknown>>) {}
}
