import { z } from 'zod';
import { AuditTrail } from '../audit/index.js';
import { Scopes } from '../common/scopes.decorator.js';
import { Transactions } from '../database/index.js';
import { McpTool, type McpContext } from '../mcp/index.js';
import { PiiPolicy } from '../security/index.js';
import { Products } from './products/products.repository.js';
import { boundedText } from './text-schema.js';

/** What `numeric(14,2)` holds. */
const MAXIMUM_PRICE = 999_999_999_999.99;

const input = z.object({
  name: boundedText(200).describe('Product name as customers see it'),
  price: z
    .number()
    .min(0)
    .max(MAXIMUM_PRICE)
    .refine((price) => Number(price.toFixed(2)) === price, 'must have at most two decimals')
    .describe('Price of one piece in `currency`, at most two decimals'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code of three capital letters')
    .default('KRW')
    .describe('ISO 4217 code'),
});

const output = z.object({ id: z.uuid(), name: z.string(), price: z.number(), currency: z.string() });

@McpTool({
  name: 'create_product',
  title: 'Create a product',
  description:
    'Adds a product to the catalogue and returns its id, which `delete_product` takes. ' +
    'Each call adds a new product, even with the same name. Needs User.Write or Admin.Write.',
  input,
  output,
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: false },
})
@Scopes({ anyOf: ['User.Write', 'Admin.Write'] })
// Products are not people: a name such as "John Deere" and a long price must arrive undamaged.
@PiiPolicy({ in: 'keep', out: 'mask', fields: { '/id': 'keep', '/name': 'keep', '/price': 'keep' } })
export class CreateProductTool {
  constructor(
    private readonly products: Products,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
  ) {}

  async execute(product: z.output<typeof input>, context: McpContext): Promise<z.output<typeof output>> {
    const id = await this.transactions.run(async (transaction) => {
      const created = await this.products.insertWithin(transaction, product, context.principal.clientId);
      await this.audit.recordWithin(transaction, {
        eventType: 'product.created',
        outcome: 'success',
        target: { type: 'product', id: created },
      });
      return created;
    });
    return { id, ...product };
  }
}
