import { Ajv } from 'ajv';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { IDENTITY_HEADERS } from '../../src/gateway/forward-auth/identity-headers.js';

/** The reverse proxies that do not run here, and where to misspell something for each. */
const PROXIES = [
  { file: 'traefik.yaml', schema: 'traefik-v3-file-provider.json', members: ['forwardBody', 'replacePath'] },
  {
    file: 'envoy.yaml',
    schema: 'envoy.json',
    members: ['with_request_body', 'request_mutations', 'exact', 'headers_to_add', 'use_remote_address'],
  },
];

describe.each(PROXIES)('deploy/forward-auth/$file', ({ file, schema, members }) => {
  const text = read(file);
  const { $schema: _dialect, ...definition } = JSON.parse(
    readFileSync(`test/fixtures/forward-auth/schemas/${schema}`, 'utf8'),
  ) as Record<string, unknown>;
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(definition);

  it('is what its schema allows', () => {
    expect({ valid: validate(parse(text)), errors: validate.errors }).toEqual({ valid: true, errors: null });
  });

  it.each(members)('would not be with %s misspelt', (member) => {
    const misspelt = text.replaceAll(new RegExp(`\\b${member}:`, 'g'), `${member}s:`);
    expect(misspelt).not.toBe(text);
    expect(validate(parse(misspelt))).toBe(false);
  });
});

describe('what a client sends', () => {
  const members = (file: string, member: string) => valuesOf(parse(read(file)), member);

  it('reaches Gatehouse through Envoy where the verdict depends on it', () => {
    const asked = JSON.stringify(members('envoy.yaml', 'allowed_headers'));
    for (const header of ['authorization', 'content-type', 'content-encoding'])
      expect(asked).toContain(`{"exact":"${header}"}`);
    expect(asked).toContain('{"prefix":"mcp-"}');
  });

  it('is no word about its address: Envoy sees that itself, and puts it in place of what a client says', () => {
    const client = { key: 'x-forwarded-for', value: '%DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT%' };
    expect(members('envoy.yaml', 'headers_to_add')).toEqual([[client]]);
    // Without it, Envoy takes a client's X-Forwarded-For for the address.
    expect(members('envoy.yaml', 'use_remote_address')).toEqual([true]);
    expect(members('envoy.yaml', 'xff_num_trusted_hops')).toEqual([]);
  });

  it('is refused by Envoy with an underscore in a name', () => {
    expect(members('envoy.yaml', 'headers_with_underscores_action')).toEqual(['REJECT_REQUEST']);
  });

  it('is taken away by Traefik where it passes for an identity, in every spelling', () => {
    const [removed] = members('traefik.yaml', 'customRequestHeaders') as [Record<string, string>];
    expect(new Set(Object.values(removed))).toEqual(new Set(['']));
    expect(Object.keys(removed).sort()).toEqual(IDENTITY_HEADERS.flatMap(spellings).sort());
  });
});

/** Of a header's name, for servers that take an underscore for a hyphen. */
function spellings(name: string): string[] {
  const [first = '', ...rest] = name.split('-');
  return rest.reduce(
    (heads, part) => heads.flatMap((head) => [`${head}-${part}`, `${head}_${part}`]),
    [first],
  );
}

function read(file: string): string {
  return readFileSync(`deploy/forward-auth/${file}`, 'utf8');
}

/** Every value of a member of this name, however deep. */
function valuesOf(value: unknown, member: string): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === member ? [inner as unknown] : valuesOf(inner, member),
  );
}
