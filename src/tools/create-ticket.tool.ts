import { z } from 'zod';
import { Scopes } from '../common/scopes.decorator.js';
import { AuditTrail } from '../audit/index.js';
import { Transactions } from '../database/index.js';
import { McpTool, type McpContext } from '../mcp/index.js';
import { PiiPolicy } from '../security/index.js';
import { boundedText } from './text-schema.js';
import { Tickets } from './tickets/tickets.repository.js';

const input = z.object({
  title: boundedText(200).describe('What it is about, in one line'),
  description: boundedText(10_000).describe(
    'Everything needed to work on it; personal data is encrypted before storing',
  ),
});

const output = z.object({
  id: z.uuid(),
  title: z.string().describe('As stored: personal data in it stands encrypted'),
  status: z.literal('open'),
});

@McpTool({
  name: 'create_ticket',
  title: 'Create a ticket',
  description:
    'Creates an open ticket from a title and a description and returns its id. Personal data in either (names, e-mail ' +
    'addresses, telephone numbers …) is encrypted before it is stored. Each call creates a new ticket.',
  input,
  output,
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: false },
})
@Scopes('write')
@PiiPolicy({ in: 'encrypt', out: 'encrypt', fields: { '/id': 'keep' } })
export class CreateTicketTool {
  constructor(
    private readonly tickets: Tickets,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
  ) {}

  async execute(ticket: z.output<typeof input>, context: McpContext): Promise<z.output<typeof output>> {
    const id = await this.transactions.run(async (transaction) => {
      const created = await this.tickets.insertWithin(transaction, ticket, context.principal.clientId);
      await this.audit.recordWithin(transaction, {
        eventType: 'ticket.created',
        outcome: 'success',
        target: { type: 'ticket', id: created },
      });
      return created;
    });
    return { id, title: ticket.title, status: 'open' };
  }
}
