import { ProblemError } from '../../../common/problem-error.js';

/** Where a person allows Gatehouse to act for them at an upstream. */
export interface ConnectLink {
  readonly url: string;
  /** Names the asking; the same for the same person and the same scopes. */
  readonly id: string;
}

/** The upstream acts for people who allowed it, and this caller has not, or not enough, or is no person. */
export class GrantRequiredError extends ProblemError {
  constructor(
    readonly upstream: string,
    /** Undefined when the caller is nobody who could. */
    readonly link: ConnectLink | undefined,
    /** Of the grant that was not enough; undefined when there was none. */
    readonly grantedAt: Date | undefined,
  ) {
    super(
      { status: 403, code: 'upstream-grant-required', title: 'Grant Required' },
      link === undefined
        ? `The MCP server ${upstream} acts for people who have an account here: log in as one.`
        : `The MCP server ${upstream} acts for you once you allow it: open ${link.url} in your browser, then try again.`,
    );
  }
}
