import 'reflect-metadata';
import { RequestContext } from '../../common/request-context.js';
import { BlindIndex, DataEncryptionKey, EnvelopeCipher, KeyRing } from '../../security/crypto/index.js';
import {
  Anonymizer,
  PiiAnalyzer,
  PiiPolicy,
  PiiRejectedError,
  PolicyEnforcer,
  type PiiPolicyDeclaration,
} from '../../security/index.js';
import { DeclaredPrompt } from '../registry/declared-prompt.js';
import { Completions } from './completions.js';

const keyRing = new KeyRing([new DataEncryptionKey('test', 1, 'active', Buffer.alloc(32, 7))]);
const anonymizer = new Anonymizer(new EnvelopeCipher(keyRing), new BlindIndex(keyRing));
const completions = new Completions(new PolicyEnforcer(new PiiAnalyzer(), anonymizer));

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
  const declaration = { name: 'sample', description: 'A sample' };
  return new DeclaredPrompt(declaration, new Prompt(), { allOf: ['read'], anyOf: [] });
}

describe('Completions', () => {
  it('meet the outgoing policy of their prompt and leave its decision for the record', async () => {
    const request = new RequestContext(
      'id',
      { traceId: '1', spanId: '2', sampled: false },
      { address: '127.0.0.1', userAgent: '' },
      new Date(),
    );
    const values = await RequestContext.run(request, () =>
      completions.of(promptWith('mask'), 'customer', 'hong'),
    );
    expect(values).toEqual(['h***@example.com', '010-****-5678', 'plain']);
    expect(request.piiDecisions.map(({ direction }) => direction)).toEqual(['in', 'out']);
  });

  it('leave as they are what the policy keeps', async () => {
    await expect(completions.of(promptWith('keep'), 'customer', 'hong')).resolves.toContain('010-1234-5678');
  });

  it.each([
    ['out', { in: 'keep', out: 'reject' }, 'hong'],
    ['in', { in: 'reject', out: 'keep' }, 'hong@example.com'],
  ] as const)('are refused where the policy admits no personal data: %s', async (_way, policy, value) => {
    await expect(completions.of(promptWith(policy), 'customer', value)).rejects.toThrow(PiiRejectedError);
  });
});
