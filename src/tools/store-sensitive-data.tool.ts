import { z } from 'zod';
import { AuditTrail } from '../audit/index.js';
import { Scopes } from '../common/scopes.decorator.js';
import { Transactions } from '../database/index.js';
import { McpTool, type McpContext } from '../mcp/index.js';
import { PiiPolicy } from '../security/index.js';
import { Customers, type NewCustomer } from './customers/customers.repository.js';
import { boundedText } from './text-schema.js';

const input = z.object({
  customer_name: boundedText(200).describe('Full name'),
  customer_email: boundedText(254)
    .regex(/^[^\s@]{1,64}@[^\s@]{1,190}$/, 'must be an e-mail address')
    .describe('E-mail address'),
  customer_phone: boundedText(32)
    .regex(
      /^\+?[\d\s().-]*$/,
      'must be a telephone number: digits, blanks, dots, hyphens, brackets, a leading plus',
    )
    .refine((phone) => phone.replace(/\D/g, '').length >= 7, 'must have at least 7 digits')
    .describe('Telephone number with its area code, or with a plus and its country code'),
  notes: boundedText(10_000).optional().describe('Anything else worth keeping about the customer'),
});

const output = z.object({
  customer_id: z.uuid(),
  stored_fields: z.array(z.string()).describe('Fields stored, each encrypted on its own'),
  customer: z
    .object({ name: z.string(), email: z.string(), phone: z.string() })
    .describe('What was stored, in encrypted form'),
});

@McpTool({
  name: 'store_sensitive_data',
  title: 'Store a customer, encrypted',
  description:
    'Stores a customer (name, e-mail, phone, optional notes) with every field encrypted; nothing is kept in clear. ' +
    'Returns the new id and the data in encrypted form. Use `get_user_info` to find the customer again. ' +
    'Each call stores a new customer.',
  input,
  output,
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: false },
})
@Scopes('mcp.access')
// The tool encrypts every field itself, so the arguments reach it as they are.
@PiiPolicy({
  in: 'keep',
  out: 'encrypt',
  fields: {
    '/customer/name': 'encrypt',
    '/customer/email': 'encrypt',
    '/customer/phone': 'encrypt',
    '/customer_id': 'keep',
  },
})
export class StoreSensitiveDataTool {
  constructor(
    private readonly customers: Customers,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
  ) {}

  async execute(data: z.output<typeof input>, context: McpContext): Promise<z.output<typeof output>> {
    const customer = toCustomer(data);
    const id = await this.store(customer, context.principal.clientId);
    const { name, email, phone } = customer;
    return { customer_id: id, stored_fields: Object.keys(data), customer: { name, email, phone } };
  }

  private store(customer: NewCustomer, clientId: string): Promise<string> {
    return this.transactions.run(async (transaction) => {
      const id = await this.customers.insertWithin(transaction, customer, clientId);
      await this.audit.recordWithin(transaction, {
        eventType: 'customer.stored',
        outcome: 'success',
        target: { type: 'customer', id },
      });
      return id;
    });
  }
}

function toCustomer(data: z.output<typeof input>): NewCustomer {
  return {
    name: data.customer_name,
    email: data.customer_email,
    phone: data.customer_phone,
    notes: data.notes,
  };
}
