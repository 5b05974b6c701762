import { z } from 'zod';
import { Scopes } from '../common/scopes.decorator.js';
import { McpTool } from '../mcp/index.js';
import { PiiPolicy } from '../security/index.js';
import { Customers, type Customer } from './customers/customers.repository.js';
import { boundedText } from './text-schema.js';

/** Customers returned at most. */
const LIMIT = 20;

const input = z.object({
  user_query: boundedText(254).describe('Whole name, e-mail address or telephone number of one customer'),
});

const output = z.object({
  found: z.boolean(),
  message: z.string(),
  users: z
    .array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        email: z.string(),
        phone: z.string(),
        created_at: z.iso.datetime(),
      }),
    )
    .describe('Newest first; personal data is masked'),
});

@McpTool({
  name: 'get_user_info',
  title: 'Find a customer',
  description:
    'Finds stored customers by their whole name, e-mail address or telephone number (parts of them do not match) and ' +
    'returns them with personal data masked. Spelling variants of a number or of upper and lower case are the same. ' +
    'Customers get there by `store_sensitive_data`. Changes nothing.',
  input,
  output,
  annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
})
@Scopes('mcp.access')
// Each of these is personal whatever the detector makes of it.
@PiiPolicy({
  in: 'keep',
  out: 'mask',
  // What these tools gave out encrypted is as good a question as the value itself.
  reveals: ['tool:store_sensitive_data', 'tool:create_ticket'],
  fields: {
    '/users/*/name': 'mask',
    '/users/*/email': 'mask',
    '/users/*/phone': 'mask',
    '/users/*/id': 'keep',
    '/users/*/created_at': 'keep',
  },
})
export class GetUserInfoTool {
  constructor(private readonly customers: Customers) {}

  async execute({ user_query: query }: z.output<typeof input>): Promise<z.output<typeof output>> {
    const customers = await this.customers.find(query, LIMIT);
    return {
      found: customers.length > 0,
      message: messageFor(customers.length),
      users: customers.map(toUser),
    };
  }
}

function messageFor(count: number): string {
  if (count === 0)
    return 'Nobody found: no stored customer has this name, e-mail address or telephone number.';
  return count === 1 ? 'One customer found.' : `${count} customers found.`;
}

/** Notes stay where they are: free text holds more than a look-up asks for. */
function toUser({ id, name, email, phone, createdAt }: Customer): z.output<typeof output>['users'][number] {
  return { id, name, email, phone, created_at: createdAt.toISOString() };
}
