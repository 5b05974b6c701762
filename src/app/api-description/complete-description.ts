import type { OpenAPIObject } from '@nestjs/swagger';
import { accessDeclarationOf, type AccessDeclaration } from '../../auth/index.js';
import { OPERATIONS } from './operations.js';
import { ERROR_SCHEMAS, refusalsOf } from './refusals.js';

export type ControllerClass = new (...dependencies: never[]) => object;
type PathItem = OpenAPIObject['paths'][string];
type Operation = NonNullable<PathItem['get']>;

/** `TokenController_token[1]`, and `McpController_serve_post` where a handler takes every method. */
const OPERATION_ID = /^(?<name>(?<owner>[A-Za-z]+)_(?<handler>[A-Za-z]+))/;

/** Adds to the framework's document what our declarations say: who may call, and how answers and refusals look. */
export function completeDescription(
  document: OpenAPIObject,
  controllers: readonly ControllerClass[],
): OpenAPIObject {
  const owners = new Map(controllers.map((controller) => [controller.name, controller]));
  const paths = Object.entries(document.paths).map(([path, item]) => [
    path,
    completePath(path, item, owners),
  ]);
  const schemas = { ...document.components?.schemas, ...ERROR_SCHEMAS } as NonNullable<
    OpenAPIObject['components']
  >['schemas'];
  return {
    ...document,
    paths: Object.fromEntries(paths) as OpenAPIObject['paths'],
    components: { ...document.components, schemas },
  };
}

function completePath(
  path: string,
  item: PathItem,
  owners: ReadonlyMap<string, ControllerClass>,
): Record<string, object> {
  const operations = Object.entries(item as Record<string, Operation>)
    .filter(([method, { operationId = '' }]) => isServed(method, operationId))
    .map(([method, operation]) => [method, complete(path, method, operation, owners)]);
  return Object.fromEntries(operations) as Record<string, object>;
}

function isServed(method: string, operationId: string): boolean {
  const { methods } = OPERATIONS[partsOf(operationId).name] ?? {};
  return methods === undefined || methods.includes(method);
}

function complete(
  path: string,
  method: string,
  operation: Operation,
  owners: ReadonlyMap<string, ControllerClass>,
): object {
  const { name, owner, handler } = partsOf(operation.operationId ?? '');
  const { answers, methods: _methods, parameters = [], responses, ...text } = OPERATIONS[name] ?? {};
  const declaration = declarationOf(owners.get(owner), handler);
  const answered =
    answers === undefined
      ? operation.responses
      : { 200: { description: 'What was asked for', content: answers } };
  const refused = refusalsOf(path, { isPublic: declaration?.isPublic ?? false, method });
  return {
    ...operation,
    ...text,
    parameters: [...parametersOf(path, operation), ...parameters],
    responses: { ...answered, ...refused, ...responses },
    security: securityOf(declaration),
  };
}

function partsOf(operationId: string): { name: string; owner: string; handler: string } {
  const { name = '', owner = '', handler = '' } = OPERATION_ID.exec(operationId)?.groups ?? {};
  return { name, owner, handler };
}

function declarationOf(owner: ControllerClass | undefined, handler: string): AccessDeclaration | undefined {
  const method = (owner?.prototype as Record<string, object | undefined> | undefined)?.[handler];
  return owner === undefined || method === undefined ? undefined : accessDeclarationOf(method, owner);
}

/** One alternative for each scope of which one suffices; an API key has scopes too, but OpenAPI names none for it. */
function securityOf(declaration: AccessDeclaration | undefined): object[] {
  if (declaration?.isPublic === true) return [];
  const { allOf = [], anyOf = [] } = declaration?.requirement ?? {};
  const alternatives = anyOf.length === 0 ? [allOf] : anyOf.map((scope) => [...allOf, scope]);
  return [...alternatives.map((scopes) => ({ oauth2: [...scopes] })), { 'api-key': [] }];
}

/** The framework names those that a handler takes; one that reads the URL itself names none. In the path's order. */
function parametersOf(path: string, { parameters = [] }: Operation): object[] {
  const named = (name: string) =>
    parameters.find((each) => 'name' in each && each.name === name && each.in === 'path');
  const ofPath = [...path.matchAll(/\{(\w+)\}/g)].map(
    ([, name = '']) => named(name) ?? { name, in: 'path', required: true, schema: { type: 'string' } },
  );
  return [...ofPath, ...parameters.filter((each) => !('name' in each && each.in === 'path'))];
}
