import { auditRecords } from '../../support/audit-records.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';

const LINE = '고객 정보: 홍길동님 (hong@example.com, 010-1234-5678)';
const ENGLISH = 'My name is John Smith, my card is 4111 1111 1111 1111.';
const KEY = 'WmZq4t7w!z%C&F)J';

interface Result {
  readonly entity_type: string;
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

interface Anonymized {
  readonly text: string;
  readonly items: readonly (Result & { readonly text: string; readonly operator: string })[];
}

describe('a client of Presidio', () => {
  let gatehouse: Gatehouse;
  let token: string;

  beforeAll(async () => {
    gatehouse = await startGatehouse();
    token = await gatehouse.adminToken('pii.analyze');
  });
  afterAll(() => gatehouse.stop());

  const send = (path: string, body: unknown, bearer = token) =>
    fetch(`${gatehouse.url}/pii/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const post = async <T>(path: string, body: unknown): Promise<T> => {
    const response = await send(path, body);
    const answer = (await response.json()) as T;
    expect([response.status, answer]).toEqual([200, expect.anything()]);
    return answer;
  };
  const list = async (path: string) => {
    const response = await fetch(`${gatehouse.url}/pii/${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return (await response.json()) as string[];
  };
  const analyze = (body: object) => post<Result[]>('analyze', body);
  const valuesOf = (text: string, results: readonly Result[]) =>
    Object.fromEntries(
      results.map(({ entity_type, start, end }) => [entity_type, [...text].slice(start, end).join('')]),
    );

  describe('POST /pii/analyze', () => {
    it('answers a request as the documentation of Presidio shows it', async () => {
      const results = await analyze({
        text: ENGLISH,
        language: 'en',
        return_decision_process: false,
        correlation_id: '123e4567-e89b-12d3-a456-426614174000',
        score_threshold: 0.6,
        entities: ['PERSON', 'CREDIT_CARD', 'US_DRIVER_LICENSE'],
        trace: false,
        ad_hoc_recognizers: null,
      });
      expect(valuesOf(ENGLISH, results)).toEqual({
        PERSON: 'John Smith',
        CREDIT_CARD: '4111 1111 1111 1111',
      });
      for (const result of results) {
        expect(result).toEqual({
          entity_type: expect.any(String),
          start: expect.any(Number),
          end: expect.any(Number),
          score: expect.any(Number),
          analysis_explanation: null,
          recognition_metadata: {
            recognizer_name: expect.any(String),
            recognizer_identifier: expect.stringContaining('gatehouse/'),
          },
        });
      }
    });

    it('counts offsets in code points, or in UTF-16 units when asked to', async () => {
      const text = `😀😀 ${LINE}`;
      const results = await analyze({ text, language: 'ko' });
      const found = { PERSON: '홍길동', EMAIL_ADDRESS: 'hong@example.com', PHONE_NUMBER: '010-1234-5678' };
      expect(valuesOf(text, results)).toEqual(found);
      const units = await analyze({ text, language: 'ko', offsets: 'utf-16' });
      const values = units.map(({ entity_type, start, end }) => [entity_type, text.slice(start, end)]);
      expect(Object.fromEntries(values)).toEqual(found);
    });

    it('answers many texts with as many lists', async () => {
      const lists = await post<Result[][]>('analyze', {
        text: [LINE, '', 'nothing', ENGLISH],
        language: 'en',
      });
      expect(lists.map(({ length }) => length)).toEqual([3, 0, 0, 2]);
    });

    it('leaves out what is allowed and adds what is denied', async () => {
      const results = await analyze({
        text: 'Project Falcon: mail hong@example.com or kim@example.com',
        language: 'en',
        allow_list: ['hong@example.com'],
        ad_hoc_recognizers: [
          { name: 'projects', supported_language: 'en', deny_list: ['falcon'], supported_entity: 'PROJECT' },
        ],
      });
      expect(results.map(({ entity_type, start }) => [entity_type, start])).toEqual([
        ['PROJECT', 8],
        ['EMAIL_ADDRESS', 41],
      ]);
    });

    it('explains on request', async () => {
      const [result] = await analyze({ text: LINE, language: 'ko', return_decision_process: true });
      expect(result).toMatchObject({
        analysis_explanation: { recognizer: expect.any(String), score: result?.score },
      });
    });
  });

  it('lists what there is', async () => {
    expect(await list('supportedentities?language=en')).toEqual(
      expect.arrayContaining([
        'PERSON',
        'EMAIL_ADDRESS',
        'PHONE_NUMBER',
        'CREDIT_CARD',
        'KR_RRN',
        'DATE_TIME',
      ]),
    );
    expect(await list('recognizers?language=en')).toEqual(expect.arrayContaining(['email']));
    expect(await list('anonymizers')).toEqual(
      expect.arrayContaining(['hash', 'mask', 'redact', 'replace', 'encrypt']),
    );
    expect(await list('deanonymizers')).toEqual(['decrypt']);
  });

  describe('POST /pii/anonymize', () => {
    const text = 'hello world, my name is Jane Doe. My number is: 034453334';
    const results = [
      { start: 24, end: 32, score: 0.8, entity_type: 'NAME' },
      { start: 24, end: 28, score: 0.8, entity_type: 'FIRST_NAME' },
      { start: 29, end: 32, score: 0.6, entity_type: 'LAST_NAME' },
      { start: 48, end: 57, score: 0.95, entity_type: 'PHONE_NUMBER' },
    ];
    const anonymize = (anonymizers: object | undefined, analyzer_results: object[] = results) =>
      post<Anonymized>('anonymize', { text, anonymizers, analyzer_results });

    it('masks and replaces as the documentation of Presidio shows it', async () => {
      const mask = { type: 'mask', masking_char: '*', chars_to_mask: 4, from_end: true };
      expect(await anonymize({ PHONE_NUMBER: mask })).toEqual({
        text: 'hello world, my name is <NAME>. My number is: 03445****',
        items: [
          { start: 46, end: 55, entity_type: 'PHONE_NUMBER', text: '03445****', operator: 'mask' },
          { start: 24, end: 30, entity_type: 'NAME', text: '<NAME>', operator: 'replace' },
        ],
      });
    });

    it.each<[string, object | undefined, string]>([
      ['nothing said', undefined, 'hello world, my name is <NAME>. My number is: <PHONE_NUMBER>'],
      [
        'a default',
        { DEFAULT: { type: 'replace', new_value: 'ANONYMIZED' } },
        'hello world, my name is ANONYMIZED. My number is: ANONYMIZED',
      ],
      [
        'redact and keep',
        { NAME: { type: 'redact' }, PHONE_NUMBER: { type: 'keep' } },
        'hello world, my name is . My number is: 034453334',
      ],
      [
        'more to mask than there is',
        { DEFAULT: { type: 'mask', masking_char: '#', chars_to_mask: 99, from_end: false } },
        'hello world, my name is ########. My number is: #########',
      ],
    ])('with %s', async (_what, anonymizers, expected) => {
      expect((await anonymize(anonymizers)).text).toBe(expected);
    });

    it('lets neighbours be one, the larger and the surer win, and both stay that overlap in part', async () => {
      const found = (start: number, end: number, entity_type: string, score = 0.5) => ({
        start,
        end,
        entity_type,
        score,
      });
      const { text: anonymized } = await anonymize({}, [
        found(24, 28, 'PERSON'),
        found(29, 32, 'PERSON'),
        found(0, 5, 'WEAK', 0.1),
        found(0, 5, 'SURE', 0.9),
        found(48, 54, 'PHONE'),
        found(51, 57, 'SSN'),
      ]);
      expect(anonymized).toBe('<SURE> world, my name is <PERSON>. My number is: <PHONE><SSN>');
    });

    it('hashes so that equal values stay equal and nobody can try them all', async () => {
      const hash = { DEFAULT: { type: 'hash' } };
      const [first, second] = [await anonymize(hash), await anonymize(hash)];
      const value = first.items[0]?.text ?? '';
      expect(value).toMatch(/^[0-9a-f]{64}$/);
      expect(second).toEqual(first);
      const bare = await crypto.subtle.digest('SHA-256', new TextEncoder().encode('034453334'));
      expect(value).not.toBe(Buffer.from(bare).toString('hex'));
      const long = await anonymize({ DEFAULT: { type: 'hash', hash_type: 'sha512' } });
      expect(long.items[0]?.text).toMatch(/^[0-9a-f]{128}$/);
    });

    it('encrypts for the same client and key alone, and decrypts what it encrypted', async () => {
      const encrypted = await anonymize({ DEFAULT: { type: 'encrypt', key: KEY } });
      expect(encrypted.text).not.toContain('Jane');
      const undo = (bearer: string, key: string) =>
        send(
          'deanonymize',
          {
            text: encrypted.text,
            deanonymizers: { DEFAULT: { type: 'decrypt', key } },
            anonymizer_results: encrypted.items,
          },
          bearer,
        );
      const opened = await undo(token, KEY);
      expect(await opened.json()).toMatchObject({
        text,
        items: [{ operator: 'decrypt' }, { text: 'Jane Doe' }],
      });
      expect((await undo(token, KEY.toLowerCase())).status).toBe(422);
    });
  });

  describe('the requests that the OpenAPI description of Presidio gives as examples', () => {
    const DRIVER = 'John Smith drivers license is AC432223';

    it('analyzes one text and many', async () => {
      const license = { entity_type: 'US_DRIVER_LICENSE', start: 30, end: 38, analysis_explanation: null };
      const person = { entity_type: 'PERSON', start: 0, end: 10 };
      const found = expect.arrayContaining([
        expect.objectContaining(person),
        expect.objectContaining(license),
      ]);
      expect(await analyze({ text: DRIVER, language: 'en' })).toEqual(found);
      const texts = [DRIVER, `${DRIVER} and the zip code is 12345`];
      expect(await post('analyze', { text: texts, language: 'en' })).toEqual([found, found]);
    });

    const enhanced = {
      text: `${DRIVER} and the zip code is 12345`,
      language: 'en',
      return_decision_process: false,
      correlation_id: '123e4567-e89b-12d3-a456-426614174000',
      score_threshold: 0.6,
      entities: ['US_DRIVER_LICENSE', 'ZIP'],
      trace: false,
    };
    const zip = {
      name: 'Zip code Recognizer',
      supported_language: 'en',
      context: ['zip', 'code'],
      supported_entity: 'ZIP',
    };

    it('says clearly that it takes no expressions of callers, and takes their words', async () => {
      const patterns = [{ name: 'zip code (weak)', regex: '(\\b\\d{5}(?:\\-\\d{4})?\\b)', score: 0.01 }];
      const refused = await send('analyze', { ...enhanced, ad_hoc_recognizers: [{ ...zip, patterns }] });
      expect([refused.status, await refused.json()]).toEqual([
        422,
        { error: expect.stringContaining('use deny_list') },
      ]);
      const results = await analyze({ ...enhanced, ad_hoc_recognizers: [{ ...zip, deny_list: ['12345'] }] });
      expect(results.map(({ entity_type }) => entity_type)).toEqual(['US_DRIVER_LICENSE', 'ZIP']);
    });

    it('leaves out what is less sure than asked for', async () => {
      const surest = await analyze({ text: LINE, language: 'ko', score_threshold: 0.9 });
      const all = await analyze({ text: LINE, language: 'ko', score_threshold: 0 });
      expect(surest.map(({ score }) => score >= 0.9)).not.toContain(false);
      expect(surest.length).toBeLessThan(all.length);
    });

    it('anonymizes by type and by default', async () => {
      const text = 'hello world, my name is Jane Doe. My number is: 034453334';
      const person = { start: 24, end: 32, score: 0.8, entity_type: 'PERSON' };
      const phone = { start: 48, end: 57, score: 0.95, entity_type: 'PHONE_NUMBER' };
      const replace = { type: 'replace', new_value: 'ANONYMIZED' };
      expect(
        await post('anonymize', {
          text,
          anonymizers: { PERSON: { type: 'redact' }, PHONE_NUMBER: replace },
          analyzer_results: [person, phone],
        }),
      ).toEqual({
        text: 'hello world, my name is . My number is: ANONYMIZED',
        items: [
          { operator: 'replace', entity_type: 'PHONE_NUMBER', start: 40, end: 50, text: 'ANONYMIZED' },
          { operator: 'redact', entity_type: 'PERSON', start: 24, end: 24, text: '' },
        ],
      });
      expect(
        await post('anonymize', {
          text: 'hello world, my name is Jane Doe.',
          anonymizers: { DEFAULT: replace },
          analyzer_results: [person],
        }),
      ).toMatchObject({ text: 'hello world, my name is ANONYMIZED.' });
    });

    it('opens no value that was encrypted elsewhere', async () => {
      const { status } = await send('deanonymize', {
        text: 'My name is S184CMt9Drj7QaKQ21JTrpYzghnboTF9pn/neN8JME0=',
        deanonymizers: { PERSON: { type: 'decrypt', key: KEY } },
        anonymizer_results: [{ start: 11, end: 55, entity_type: 'PERSON' }],
      });
      expect(status).toBe(422);
    });

    it('says that it is up, without a token', async () => {
      const answer = await fetch(`${gatehouse.url}/pii/health`);
      expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
        200,
        expect.stringContaining('text/plain'),
        'Gatehouse is up',
      ]);
    });
  });

  it('repeats nothing of what was sent, whatever was wrong with it', async () => {
    const value = 'hong@example.com';
    for (const [path, body] of [
      ['anonymize', { text: 'text', analyzer_results: [], anonymizers: { [value]: { type: 'mask' } } }],
      ['anonymize', { text: 'text', analyzer_results: [], anonymizers: { PERSON: { type: value } } }],
      ['anonymize', { text: 'text', analyzer_results: [{ start: 0, end: 1, score: 1, entity_type: value }] }],
      ['analyze', { text: 'text', language: value }],
      ['analyze', { text: 'text', language: 'en', entities: [value] }],
      ['analyze', { text: 'text', language: 'en', ad_hoc_recognizers: [{ supported_entity: value }] }],
      ['analyze', { text: 'text', language: 'en', allow_list_match: value }],
      ['analyze', `{"text":"${value}`],
      ['deanonymize', { text: value, anonymizer_results: [{ start: 0, end: 16, entity_type: 'PERSON' }] }],
    ] as const) {
      const answer = await send(path, body);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(await answer.text()).not.toContain('hong');
    }
  });

  describe('is refused in the shape of Presidio', () => {
    const result = { start: 0, end: 4, score: 0.5, entity_type: 'PERSON' };
    const analyzed = (members: object) => ['analyze', { text: 'text', language: 'en', ...members }] as const;
    const anonymized = (members: object) =>
      ['anonymize', { text: 'text', analyzer_results: [result], ...members }] as const;

    it.each<readonly [string, number, readonly [path: string, body: unknown]]>([
      ['no JSON', 400, ['analyze', '{"text":']],
      ['no object', 400, ['analyze', '"text"']],
      ['no text', 400, ['analyze', { language: 'en' }]],
      ['an empty text', 400, analyzed({ text: '' })],
      ['no texts', 400, analyzed({ text: [] })],
      ['a number for a text', 400, analyzed({ text: 5 })],
      ['texts that are none', 400, analyzed({ text: ['a', null] })],
      ['too many texts', 400, analyzed({ text: Array(1_001).fill('') })],
      ['no language', 400, analyzed({ language: undefined })],
      ['a language that is none', 400, analyzed({ language: 'klingon!' })],
      ['a threshold that is none', 400, analyzed({ score_threshold: '0.5' })],
      ['entities that are none', 400, analyzed({ entities: 'PERSON' })],
      ['no entity that is known', 422, analyzed({ entities: ['SHOE_SIZE'] })],
      [
        'a regular expression',
        422,
        analyzed({
          ad_hoc_recognizers: [{ supported_entity: 'X', patterns: [{ regex: '(a+)+$', score: 1 }] }],
        }),
      ],
      ['an expression to allow', 422, analyzed({ allow_list: ['.*'], allow_list_match: 'regex' })],
      [
        'too many denied words',
        400,
        analyzed({
          ad_hoc_recognizers: [{ supported_entity: 'X', deny_list: Array(501).fill('word') }],
        }),
      ],
      [
        'denied words that stand everywhere',
        422,
        analyzed({
          text: 'a '.repeat(20_000),
          ad_hoc_recognizers: Array.from({ length: 20 }, () => ({ supported_entity: 'X', deny_list: ['a'] })),
        }),
      ],
      [
        'a hash that every object has',
        422,
        anonymized({ anonymizers: { DEFAULT: { type: 'hash', hash_type: 'toString' } } }),
      ],
      ['a body too large', 413, analyzed({ text: 'x'.repeat(1_100_000) })],
      ['an empty text', 400, anonymized({ text: '' })],
      ['no results', 400, anonymized({ analyzer_results: undefined })],
      ['results that are none', 400, anonymized({ analyzer_results: [null] })],
      ['too many results', 400, anonymized({ analyzer_results: Array(10_001).fill(result) })],
      ['a negative offset', 400, anonymized({ analyzer_results: [{ ...result, start: -1 }] })],
      ['half an offset', 400, anonymized({ analyzer_results: [{ ...result, start: 0.5 }] })],
      ['an offset beyond the text', 422, anonymized({ analyzer_results: [{ ...result, end: 5 }] })],
      [
        'offsets the wrong way round',
        422,
        anonymized({ analyzer_results: [{ ...result, start: 4, end: 1 }] }),
      ],
      [
        'half a character',
        422,
        anonymized({
          text: '😀abc',
          offsets: 'utf-16',
          analyzer_results: [{ ...result, start: 1 }],
        }),
      ],
      ['an unknown operator', 422, anonymized({ anonymizers: { PERSON: { type: 'shred' } } })],
      [
        'a mask of two characters',
        422,
        anonymized({
          anonymizers: { PERSON: { type: 'mask', masking_char: '**', chars_to_mask: 1 } },
        }),
      ],
      [
        'a mask of no length',
        422,
        anonymized({ anonymizers: { PERSON: { type: 'mask', masking_char: '*' } } }),
      ],
      [
        'a hash that is broken',
        422,
        anonymized({ anonymizers: { PERSON: { type: 'hash', hash_type: 'md5' } } }),
      ],
      ['a key that is none', 422, anonymized({ anonymizers: { PERSON: { type: 'encrypt', key: 'short' } } })],
      [
        '__proto__ for a type',
        400,
        ['anonymize', `{"text":"text","analyzer_results":[],"anonymizers":{"__proto__":{"type":"keep"}}}`],
      ],
      ['what was never encrypted', 422, ['deanonymize', { text: 'text', anonymizer_results: [result] }]],
    ])('%s: %i', async (_what, status, [path, body]) => {
      const response = await send(path, body);
      expect([response.status, await response.json()]).toEqual([status, { error: expect.any(String) }]);
    });

    it('takes lone surrogates and every length of text for what they are', async () => {
      const text = `\ud800 ${LINE} \udc00`;
      const results = await analyze({ text, language: 'ko' });
      expect(valuesOf(text, results)).toMatchObject({ EMAIL_ADDRESS: 'hong@example.com' });
    });

    it('who has no scope', async () => {
      const response = await send('analyze', { text: 'text', language: 'en' }, await gatehouse.token());
      expect(response.status).toBe(403);
      expect(response.headers.get('www-authenticate')).toContain('scope="pii.analyze"');
      expect(await response.json()).toEqual({ error: expect.any(String) });
    });
  });

  it('leaves a record with counts and never a value', async () => {
    await analyze({ text: LINE, language: 'ko' });
    const records = await auditRecords(gatehouse);
    const record = records.find(({ event_type: type }) => type === 'pii.analyzed');
    expect(record).toMatchObject({
      outcome: 'success',
      details: { texts: 1, entities: { PERSON: 1, EMAIL_ADDRESS: 1, PHONE_NUMBER: 1 } },
    });
    const told = JSON.stringify(records) + gatehouse.output();
    for (const value of ['홍길동', 'hong@', '1234-5678', 'John Smith', 'Jane', KEY, 'falcon'])
      expect(told).not.toContain(value);
  });
});
