import 'reflect-metadata';
import { z } from 'zod';
import { RequestContext } from '../../common/request-context.js';
import { BlindIndex, DataEncryptionKey, EnvelopeCipher, KeyRing } from '../../security/crypto/index.js';
import {
  ActivePolicies,
  Anonymizer,
  PiiAnalyzer,
  PiiPolicy,
  PiiRejectedError,
  PolicyEnforcer,
  PolicyOrigins,
  type PiiPolicyDeclaration,
} from '../../security/index.js';
import { DeclaredPrompt } from '../registry/declared-prompt.js';
import { Completions } from './completions.js';
import { HandlerProtection } from './handler-protection.js';

const keyRing = new KeyRing([new DataEncryptionKey('test', 1, 'active', Buffer.alloc(32, 7))]);
const anonymizer = new Anonymizer(new EnvelopeCipher(keyRing), new BlindIndex(keyRing));
const completions = new Completions(
  new HandlerProtection(
    new PolicyEnforcer(new PiiAnalyzer(), anonymizer),
    new ActivePolicies(new PolicyOrigins()),
  ),
);

function promptWith(policy: PiiPolicyDeclaration): DeclaredPrompt {
  class Prompt {
    render(): string {
      return '';
    }
    complete(_argument: string, value: string): string[] {
      return [`${value}@example.com`, '010-1234-5678', 'plain'];
    }
  }
  PiiPolicy(policy)(Prompt);
  const declaration = {
    name: 'sample',
    description: 'A sample',
    arguments: z.object({ customer: z.string() }),
  };
  return new DeclaredPrompt(declaration, new Prompt(), { allOf: ['read'], anyOf: [] });
}

const complete = (prompt: DeclaredPrompt, value: string, name = 'customer') =>
  completions.of(prompt, { name, value }, { settled: undefined, signal: new AbortController().signal });

describe('Completions', () => {
  it('meet the outgoing policy of their prompt and leave its decision for the record', async () => {
    const request = new RequestContext(
      'id',
      { traceId: '1', spanId: '2', sampled: false },
      { address: '127.0.0.1', userAgent: '' },
      new Date(),
    );
    const values = await RequestContext.run(request, () => complete(promptWith('mask'), 'hong'));
    expect(values).toEqual(['h***@example.com', '010-****-5678', 'plain']);
    expect(request.piiDecisions.map(({ direction }) => direction)).toEqual(['in', 'out']);
  });

  it('leave as they are what the policy keeps', async () => {
    await expect(complete(promptWith('keep'), 'hong')).resolves.toContain('010-1234-5678');
  });

  it('suggest nothing for an argument that is not declared, whatever is written in its name', async () => {
    const prompt = promptWith({ in: 'redact', out: 'keep' });
    await expect(complete(prompt, 'hong')).resolves.toHaveLength(3);
    for (const name of ['kim.minsu.private@gmail.com', 'toString', ''])
      await expect(complete(prompt, 'hong', name)).resolves.toEqual([]);
  });

  it.each([
    ['out', { in: 'keep', out: 'reject' }, 'hong'],
    ['in', { in: 'reject', out: 'keep' }, 'hong@example.com'],
  ] as const)('are refused where the policy admits no personal data: %s', async (_way, policy, value) => {
    await expect(complete(promptWith(policy), value)).rejects.toThrow(PiiRejectedError);
  });
});
