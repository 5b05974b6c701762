import { z } from 'zod';
import { Scopes } from '../common/scopes.decorator.js';
import { McpTool } from '../mcp/index.js';
import { PiiPolicy } from '../security/index.js';
import { Inventory } from './inventory/inventory.repository.js';
import { boundedText } from './text-schema.js';

/** Articles returned at most. */
const LIMIT = 20;

const input = z
  .object({
    sku: boundedText(64).optional().describe('Whole stock keeping unit, in any case, for example LAP-14-SLV'),
    query: boundedText(100)
      .optional()
      .describe('Part of the article name in Korean or English, for example 노트북 or dock'),
  })
  .refine(({ sku, query }) => sku !== undefined || query !== undefined, 'give sku, query or both');

const output = z.object({
  items: z.array(
    z.object({
      sku: z.string(),
      name: z.string(),
      quantity: z.number().int().describe('Pieces in stock now'),
      location: z.string().describe('Warehouse and shelf'),
      updated_at: z.iso.datetime(),
    }),
  ),
  count: z.number().int().describe('Number of items listed; 0 when nothing matches'),
  truncated: z.boolean().describe('More articles match than are listed: search more narrowly'),
});

@McpTool({
  name: 'lookup_inventory',
  title: 'Look up inventory',
  description:
    'Reads current stock: quantity and location of articles. Use `sku` when the exact stock keeping unit is known and ' +
    '`query` to search by name; at least one is required, and with both an article has to match both. ' +
    `Lists up to ${LIMIT} articles. Changes nothing.`,
  input,
  output,
  annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
})
@Scopes('read')
// Articles are not people: a product called after somebody, or a numeric SKU, must arrive undamaged.
@PiiPolicy({
  in: 'keep',
  out: 'mask',
  fields: { '/items/*/sku': 'keep', '/items/*/name': 'keep', '/items/*/updated_at': 'keep' },
})
export class LookupInventoryTool {
  constructor(private readonly inventory: Inventory) {}

  async execute(search: z.output<typeof input>): Promise<z.output<typeof output>> {
    const found = await this.inventory.search(search, LIMIT + 1);
    const items = found
      .slice(0, LIMIT)
      .map(({ updatedAt, ...item }) => ({ ...item, updated_at: updatedAt.toISOString() }));
    return { items, count: items.length, truncated: found.length > LIMIT };
  }
}
