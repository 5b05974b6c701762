declare module 'fastify' {
  interface FastifyRequest {
    /** The body as received, on routes configured with `KEEPS_JSON_TEXT`. */
    jsonText?: string;
  }
}

/** Route configuration of handlers that have to see what JSON parsing hides, such as a member that is there twice. */
export const KEEPS_JSON_TEXT = { keepsJsonText: true } as const;

/** Whether the configuration of a route asks for it. */
export function keepsJsonText(config: object): boolean {
  return (config as Partial<typeof KEEPS_JSON_TEXT>).keepsJsonText === true;
}
