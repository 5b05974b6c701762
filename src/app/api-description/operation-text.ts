import type { OpenAPIObject } from '@nestjs/swagger';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
export type ParameterObject = Extract<NonNullable<Operation['parameters']>[number], { name: string }>;

/** What the handlers themselves do not say: by controller class and method, as the framework names operations. */
export type OperationText = Pick<Operation, 'summary' | 'description' | 'requestBody' | 'parameters'> & {
  /** Content of the answer 200, by media type; none where the answer is another. */
  readonly answers?: Readonly<Record<string, object>>;
  /** Methods that mean something where a handler takes them all. */
  readonly methods?: readonly string[];
  /** Further answers, or other bodies than those of the door. */
  readonly responses?: Readonly<Record<string, object>>;
};
