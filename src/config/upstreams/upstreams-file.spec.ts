import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfiguration } from '../load-configuration.js';

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-upstreams-file-'));

function fileWith(text: string, name = 'upstreams.yaml'): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

async function mistakesIn(text: string): Promise<string[]> {
  const file = fileWith(text);
  try {
    await readConfiguration({ UPSTREAMS_FILE: file });
    return [];
  } catch (error) {
    const { mistakes } = error as { mistakes: string[] };
    return mistakes.map((mistake) => mistake.replace(`UPSTREAMS_FILE: ${file}:`, ''));
  }
}

const HEAD = `upstreams:
  - name: crm
    url: https://crm.example/mcp
    scopes: [read]
    pii: mask
`;

describe('UPSTREAMS_FILE as YAML', () => {
  it('says the same as JSON, with comments and anchors', async () => {
    const yaml = `# what stands behind us
upstreams:
  - &crm
    name: crm
    url: https://crm.example/mcp
    scopes: [read]
    pii: { in: keep, out: mask }
    tools:
      - { name: "delete_*", scopes: [write], rate_limits: { person: 5 } }
  - { name: notes, command: /usr/bin/notes, scopes: [read], pii: keep }
`;
    const json = {
      upstreams: [
        {
          name: 'crm',
          url: 'https://crm.example/mcp',
          scopes: ['read'],
          pii: { in: 'keep', out: 'mask' },
          tools: [{ name: 'delete_*', scopes: ['write'], rate_limits: { person: 5 } }],
        },
        { name: 'notes', command: '/usr/bin/notes', scopes: ['read'], pii: 'keep' },
      ],
    };
    const read = async (text: string, name: string) =>
      (await readConfiguration({ UPSTREAMS_FILE: fileWith(text, name) })).upstreams;
    const expected = await read(JSON.stringify(json, undefined, '\t'), 'upstreams.json');
    expect(await read(yaml, 'upstreams.yml')).toEqual(expected);
    expect(expected).toHaveLength(2);
  });

  it.each<[string, string, (string | RegExp)[]]>([
    [
      'a member that is not known, in a rule',
      `${HEAD}    tools:\n      - name: x\n        scopes: [write]\n        rate: 5\n`,
      ['9:9: upstreams.0.tools.0: "rate" is not known; allowed: name, scopes, any_of, pii, rate_limits'],
    ],
    [
      'one in a nested object',
      `${HEAD}    timeouts: { connect: 5 }\n`,
      [
        '6:17: upstreams.0.timeouts: "connect" is not known; allowed: connect_ms, call_ms, silence_ms, idle_ms',
      ],
    ],
    ['one at the top', `${HEAD}more: 1\n`, ['6:1: "more" is not known; allowed: upstreams']],
    [
      'a number in words',
      `${HEAD}    rate_limits:\n      person: many\n`,
      ['7:15: upstreams.0.rate_limits.person: must be a whole number of calls a minute, from 1 to 1000000'],
    ],
    [
      'an action that does not exist',
      HEAD.replace('mask', 'blur'),
      [/^5:10: upstreams\.0\.pii: must be one of encrypt|keep/],
    ],
    [
      'two servers of one name',
      `${HEAD}${HEAD.split('\n').slice(1).join('\n')}`,
      ['6:11: upstreams.1.name: another upstream has this name already'],
    ],
    ['nothing', '', [/^1:1: .*expected object/]],
    ['a key that stands there twice', `${HEAD}    pii: keep\n`, [/^6:5: Map keys must be unique/]],
    ['a quote that does not end', `upstreams: "x\n`, [/^\d+:\d+: Missing closing "quote/]],
    ['an alias of nothing', 'upstreams: *none\n', [/^1:12: there is no anchor &none/]],
    [
      'what is nested too deep',
      `upstreams: ${'['.repeat(40)}`,
      [/^1:\d+: is nested more than 32 levels deep/],
    ],
  ])('names %s with its line', async (_what, text, expected) => {
    const mistakes = await mistakesIn(text);
    expect(mistakes).toHaveLength(expected.length);
    mistakes.forEach((mistake, index) => {
      const wanted = expected[index] ?? '';
      if (typeof wanted === 'string') expect(mistake).toBe(wanted);
      else expect(mistake).toMatch(wanted);
    });
  });

  it('names every mistake at once, in the order of the file', async () => {
    const text = `upstreams:
  - name: CRM
    url: https://crm.example/mcp
    scopes: [read]
    pii: mask
    breaker: { failures: 0 }
    colour: red
`;
    expect((await mistakesIn(text)).map((mistake) => mistake.split(':')[0])).toEqual(['2', '6', '7']);
  });

  it.each([
    ['is not there', join(folder, 'missing.yaml')],
    ['is a folder', folder],
  ])('says so when the file %s', async (_what, file) => {
    await expect(readConfiguration({ UPSTREAMS_FILE: file })).rejects.toThrow(
      /UPSTREAMS_FILE: names no readable file/,
    );
  });
});
