import type { Tool } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { ObjectSchema } from '../declarations/tool-declaration.js';

/** JSON Schema 2020-12 of what a caller may send. */
export function inputSchemaOf(schema: ObjectSchema): Tool['inputSchema'] {
  return z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' }) as Tool['inputSchema'];
}

/** JSON Schema 2020-12 of what a tool answers. */
export function outputSchemaOf(schema: ObjectSchema): NonNullable<Tool['outputSchema']> {
  return z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'output' }) as NonNullable<
    Tool['outputSchema']
  >;
}
