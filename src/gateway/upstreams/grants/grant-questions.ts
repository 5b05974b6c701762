import { UrlElicitationRequiredError } from '@modelcontextprotocol/server';
import { setTimeout as delay } from 'node:timers/promises';
import { ToolError } from '../../../common/tool-error.js';
import { askByUrl, InputRequest, type RelayContext } from '../../../mcp/index.js';
import { GrantRequiredError, type ConnectLink } from './grant-required.error.js';
import { UpstreamGrants } from './upstream-grants.js';

/** Under which the question goes; whatever an upstream asks itself has other names. */
const QUESTION = 'gatehouse-upstream-grant';
/** Milliseconds for a person to allow it, once they said that they opened the page; then they are asked again. */
const PATIENCE_MS = 50_000;
const LOOK_AGAIN_MS = 250;

/** What is kept between the question and its answer. */
interface Asked {
  /** Of an upstream's own round that is under way. */
  readonly requestState?: unknown;
  readonly connecting?: {
    /** ISO 8601, of the grant that was not enough. */
    readonly grantedAt?: string | undefined;
  };
}

/** Has people asked for what an upstream needs of them, by whichever way their client knows. */
export class GrantQuestions {
  constructor(
    private readonly upstream: string,
    private readonly title: string,
    private readonly grants: UpstreamGrants,
    /** Milliseconds that a call may take. */
    private readonly callMs: number,
  ) {}

  /**
   * What `work` brings, or the question whether the person allows it.
   *
   * @throws ToolError when they do not, or their client cannot ask; ProtocolError -32042 for a client of a 2025 revision.
   */
  async askingFor<T>(work: () => Promise<T>, context: RelayContext): Promise<T | InputRequest> {
    await this.awaitAnswer(context);
    try {
      return await work();
    } catch (error) {
      if (error instanceof GrantRequiredError) return this.ask(error, context);
      throw error;
    }
  }

  private ask({ link, grantedAt, publicDetail }: GrantRequiredError, context: RelayContext): InputRequest {
    const { clientCapabilities, isStateless, answers } = context;
    // MCP, elicitation: only what the client says it can do is asked of it.
    if (link === undefined || clientCapabilities.elicitation?.url === undefined)
      throw new ToolError(publicDetail);
    const message = `Allow Gatehouse to use ${this.title} for you.`;
    if (!isStateless) throw urlRequired(link, message);
    const { requestState } = (answers.state ?? {}) as Asked;
    const asked: Asked = {
      ...(requestState !== undefined && { requestState }),
      connecting: { grantedAt: grantedAt?.toISOString() },
    };
    return new InputRequest({ [QUESTION]: askByUrl({ url: link.url, message }) }, asked);
  }

  /** An accepted question says that the page is open, not that the person is done with it. */
  private async awaitAnswer({ answers, principal, signal }: RelayContext): Promise<void> {
    const action = answers.action(QUESTION);
    if (action === undefined) return;
    if (action !== 'accept')
      throw new ToolError(`The MCP server ${this.upstream} was not allowed to act for you.`);
    const before = ((answers.state ?? {}) as Asked).connecting?.grantedAt;
    const deadline = Date.now() + Math.min(PATIENCE_MS, this.callMs);
    while (Date.now() < deadline && !signal.aborted) {
      const grant = await this.grants.find(this.upstream, principal.subject);
      if (grant !== undefined && grant.grantedAt.toISOString() !== before) return;
      await delay(LOOK_AGAIN_MS);
    }
  }
}

/** What the client answered to the upstream's own questions: ours is no concern of theirs. */
export function withoutOwnAnswer(responses: RelayContext['responses']): RelayContext['responses'] {
  if (responses === undefined || !(QUESTION in responses)) return responses;
  const { [QUESTION]: _ours, ...theirs } = responses;
  return Object.keys(theirs).length === 0 ? undefined : theirs;
}

/** MCP 2025-11-25, URL mode elicitation required error. */
function urlRequired({ url, id }: ConnectLink, message: string): UrlElicitationRequiredError {
  return new UrlElicitationRequiredError([{ mode: 'url', elicitationId: id, url, message }], message);
}
