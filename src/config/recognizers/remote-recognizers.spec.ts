import { remoteRecognizersSchema } from './remote-recognizers.schema.js';

const NER = { name: 'ner', kind: 'presidio', url: 'https://ner.example/analyze' };
const parse = (recognizers: unknown, environment: NodeJS.ProcessEnv = {}) =>
  remoteRecognizersSchema(environment, ['ner.internal:8080']).safeParse({ recognizers });

describe('PII_RECOGNIZERS_FILE', () => {
  it('needs a name, a kind and a URL, and has defaults for the rest', () => {
    expect(parse([NER]).data).toMatchObject([
      { name: 'ner', languages: ['en'], minScore: 0.5, budgetMs: 1_000, offsets: 'code_points' },
    ]);
  });

  it.each<[string, unknown]>([
    ['a name twice', [NER, NER]],
    ['a name with blanks', [{ ...NER, name: 'My NER' }]],
    ['an unknown kind', [{ ...NER, kind: 'spacy' }]],
    ['a file for a URL', [{ ...NER, url: 'file:///etc/passwd' }]],
    ['a password in the URL', [{ ...NER, url: 'https://user:word@ner.example/' }]],
    ['a host without TLS that nobody declared', [{ ...NER, url: 'http://ner.example/' }]],
    ['an unknown member', [{ ...NER, timeout: 5 }]],
    ['no time at all', [{ ...NER, budget_ms: 0 }]],
    ['a type in small letters', [{ ...NER, entities: { PER: 'person' } }]],
    ['a secret that is not there', [{ ...NER, credential_env: 'NER_SECRET' }]],
    ['a header that is none', [{ ...NER, credential_env: 'GOOD', credential_header: 'a b' }]],
    ['a secret of two lines', [{ ...NER, credential_env: 'LINES' }]],
  ])('refuses %s', (_what, recognizers) => {
    const { success, error } = parse(recognizers, { GOOD: 'Bearer x', LINES: 'top\nsecret' });
    expect(success).toBe(false);
    expect(JSON.stringify(error?.issues)).not.toContain('secret\\n');
  });

  it('takes a host without TLS that FETCH_ALLOWED_HOSTS lists, and a secret that is there', () => {
    const entry = { ...NER, url: 'http://ner.internal:8080/analyze', credential_env: 'GOOD' };
    expect(parse([entry], { GOOD: 'Bearer x' }).data).toMatchObject([
      { credential: { header: 'Authorization', value: 'Bearer x' } },
    ]);
  });
});
