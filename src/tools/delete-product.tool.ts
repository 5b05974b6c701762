import { z } from 'zod';
import { AuditTrail } from '../audit/index.js';
import { Scopes } from '../common/scopes.decorator.js';
import { Transactions } from '../database/index.js';
import { McpTool, ToolError } from '../mcp/index.js';
import { PiiPolicy } from '../security/index.js';
import { Products } from './products/products.repository.js';

const input = z.object({ id: z.uuid().describe('Id of the product, as `create_product` returned it') });

const output = z.object({ id: z.uuid(), deleted: z.literal(true) });

@McpTool({
  name: 'delete_product',
  title: 'Delete a product',
  description:
    'Deletes one product from the catalogue for good, by its id. This cannot be undone; ask the user first. ' +
    'An id that does not exist (any more) is an error. Needs Admin.Write.',
  input,
  output,
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: false },
})
@Scopes('Admin.Write')
@PiiPolicy({ in: 'keep', out: 'mask', fields: { '/id': 'keep' } })
export class DeleteProductTool {
  constructor(
    private readonly products: Products,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws ToolError when there is no such product. */
  async execute({ id }: z.output<typeof input>): Promise<z.output<typeof output>> {
    await this.transactions.run(async (transaction) => {
      if (!(await this.products.deleteWithin(transaction, id))) {
        throw new ToolError('There is no product with this id; it may have been deleted already.');
      }
      await this.audit.recordWithin(transaction, {
        eventType: 'product.deleted',
        outcome: 'success',
        target: { type: 'product', id },
      });
    });
    return { id, deleted: true };
  }
}
