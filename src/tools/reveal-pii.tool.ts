import { Scopes } from '../common/scopes.decorator.js';
import { McpTool } from '../mcp/index.js';
import { PiiPolicy } from '../security/index.js';
import {
  revealAnswer,
  revealRequest,
  type RevealAnswer,
  type RevealRequest,
} from './reveal/reveal-request.schema.js';
import { Reveals } from './reveal/reveals.js';

@McpTool({
  name: 'reveal_pii',
  title: 'Reveal encrypted personal data',
  description:
    'Turns tokens such as `⟦EMAIL:…⟧`, which tools put in the place of personal data, back into the values. Every call ' +
    'is recorded with its reason. Tokens can be given to other tools as they are; reveal them only when a person has ' +
    'to read the values.',
  input: revealRequest,
  output: revealAnswer,
  annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
})
@Scopes('pii.reveal')
// Showing values is what it is for.
@PiiPolicy({ in: 'keep', out: 'keep' })
export class RevealPiiTool {
  constructor(private readonly reveals: Reveals) {}

  execute(request: RevealRequest): Promise<RevealAnswer> {
    return this.reveals.reveal(request);
  }
}
