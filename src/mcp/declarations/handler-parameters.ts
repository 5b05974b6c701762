/** Key under which Nest's pipeline finds what a tool, resource or prompt method receives. */
export const HANDLER_PARAMETERS_METADATA = 'gatehouse:mcp-parameters';

/** The parameters of `execute`, `read` and `render`, in order. */
export enum HandlerParameter {
  Input = 0,
  Context = 1,
}

/**
 * Describes the two parameters of a handler method the way Nest describes those of a controller route,
 * so that pipes run on them too.
 */
export function describeParameters(target: object, method: string): void {
  const parameters = Object.fromEntries(
    [HandlerParameter.Input, HandlerParameter.Context].map((index) => [
      `${index}:${index}`,
      { index, data: undefined, pipes: [] },
    ]),
  );
  Reflect.defineMetadata(HANDLER_PARAMETERS_METADATA, parameters, target, method);
}
