import { inputResponse, type Root } from '@modelcontextprotocol/server';
import type { z } from 'zod';

/** What the client sent back for an earlier `requestInput()`. Untrusted: values are checked here, or read as unknown. */
export class InputAnswers {
  constructor(
    private readonly responses: Readonly<Record<string, unknown>> = {},
    /** The state of the earlier `requestInput()`, unsealed; undefined in the first round. */
    readonly state?: unknown,
  ) {}

  /** Whether there is an answer of any kind. */
  has(key: string): boolean {
    return inputResponse(this.responses, key).kind !== 'missing';
  }

  /** The accepted form as `schema` sees it; undefined when missing, declined or not matching: ask again or give up. */
  form<Schema extends z.ZodType>(key: string, schema: Schema): z.output<Schema> | undefined {
    const answer = inputResponse(this.responses, key);
    if (answer.kind !== 'elicit' || answer.action !== 'accept') return undefined;
    const parsed = schema.safeParse(answer.content ?? {});
    return parsed.success ? parsed.data : undefined;
  }

  /** What the user did with the form or page; undefined when there is no answer yet. */
  action(key: string): 'accept' | 'decline' | 'cancel' | undefined {
    const answer = inputResponse(this.responses, key);
    return answer.kind === 'elicit' ? answer.action : undefined;
  }

  /** The text of the model's message; undefined when missing or not text. */
  message(key: string): string | undefined {
    const answer = inputResponse(this.responses, key);
    return answer.kind === 'sampling' ? textOf(answer.result.content) : undefined;
  }

  /** The client's roots; undefined when missing. */
  roots(key: string): readonly Root[] | undefined {
    const answer = inputResponse(this.responses, key);
    return answer.kind === 'roots' ? answer.roots : undefined;
  }
}

function textOf(content: unknown): string | undefined {
  const blocks: readonly unknown[] = Array.isArray(content) ? content : [content];
  const text = blocks.find(isTextBlock);
  return text?.text;
}

function isTextBlock(block: unknown): block is { text: string } {
  return typeof block === 'object' && block !== null && 'text' in block && typeof block.text === 'string';
}
