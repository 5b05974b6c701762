import { ANY_NAMES, type KnownNames } from './known-names.js';
import { readPolicy } from './read-policy.js';

const KNOWN: KnownNames = {
  origins: {
    tools: ['create_ticket', 'get_user_info'],
    routes: ['POST /visitors'],
    resources: ['gatehouse://guide'],
    prompts: ['security_review'],
    upstreams: undefined,
  },
  scopes: ['pii.clear', 'read'],
  uncheckedRoutes: ['GET /hello'],
};

const HEAD = 'version: 1\nrules:\n';

function mistakesIn(text: string): string[] {
  const { mistakes = [] } = readPolicy(text, KNOWN);
  return mistakes.map(({ line, column, message }) => `${line}:${column}: ${message}`);
}

function rulesIn(text: string) {
  const { policy, mistakes } = readPolicy(text, KNOWN);
  if (policy === undefined) throw new Error(JSON.stringify(mistakes));
  return policy.rules;
}

/** As many as a rule may have, with wildcards that meet those of every other rule. */
function fieldsOf(index: number): string {
  return Array.from({ length: 200 }, (_, at) => `/a${index}/**/b/**/c${at}/*`).join(', ');
}

describe('readPolicy', () => {
  it('reads YAML and JSON alike', () => {
    const rule = {
      name: 'tickets',
      purpose: 'support by e-mail',
      tools: ['create_ticket'],
      routes: ['*'],
      direction: 'out',
      fields: ['/customer/email', 'mail'],
      types: ['EMAIL'],
      scopes: ['read'],
      minScore: 0.8,
      action: 'encrypt',
      deterministic: true,
    };
    const json = JSON.stringify({ version: 1, rules: [rule] });
    const yaml = `${HEAD}  - {${JSON.stringify(rule).slice(1, -1)}}\n`;
    expect(rulesIn(yaml)).toEqual(rulesIn(json));
    expect(rulesIn(json)[0]).toMatchObject({
      origins: [
        { kind: 'tool', name: 'create_ticket' },
        { kind: 'route', name: '*' },
      ],
      minScore: 0.8,
    });
  });

  it('gives a version that begins with the name and tells contents apart', () => {
    const versionOf = (text: string) => readPolicy(text, ANY_NAMES).policy?.version;
    expect(versionOf('{version: 1, name: nightly-2, rules: []}')).toMatch(/^nightly-2@[0-9a-f]{12}$/);
    expect(versionOf('{version: 1, rules: []}')).toMatch(/^[0-9a-f]{12}$/);
    expect(versionOf('{version: 1, rules: []}')).not.toBe(versionOf('{version: 1, rules: [] }'));
  });

  it('finds every mistake of a file at once, in its order', () => {
    const text = `version: 2
nmae: nightly
rules:
  - purpose: support
    tools: [create_tikcet]
    types: [EMIAL, EMAIL]
    scopes: [pii.claer]
    action: hide
  - tools: []
    action: mask
    fields: [/a~2]
    colour: red
  - purpose: nothing
  - 7
`;
    expect(mistakesIn(text)).toEqual([
      expect.stringMatching(/^1:10: version: must be 1/),
      expect.stringMatching(/^2:1: "nmae" is not known; allowed: version, name, rules$/),
      expect.stringMatching(
        /^5:13: rules\.0\.tools\.0: there is no tool "create_tikcet"; allowed: \*, create_ticket, get_user_info$/,
      ),
      expect.stringMatching(
        /^6:13: rules\.0\.types\.0: "EMIAL" is no type of personal data; allowed: PERSON, EMAIL,/,
      ),
      expect.stringMatching(
        /^7:14: rules\.0\.scopes\.0: there is no scope "pii\.claer"; allowed: pii\.clear, read$/,
      ),
      expect.stringMatching(/^8:13: rules\.0\.action: "hide" is no action; allowed: keep, mask, /),
      expect.stringMatching(/^9:5: rules\.1\.purpose: needs a text of 3 to 200 characters/),
      expect.stringMatching(/^9:12: rules\.1\.tools: must not be empty/),
      expect.stringMatching(
        /^11:14: rules\.1\.fields\.0: "\/a~2" is neither a property name nor a JSON pointer/,
      ),
      expect.stringMatching(
        /^12:5: rules\.1: "colour" is not known; allowed: name, purpose, tools, .*, action, /,
      ),
      expect.stringMatching(
        /^13:5: rules\.2: the rule does nothing; give it one of action, reveals, onRecognizerFailure/,
      ),
      expect.stringMatching(/^14:5: rules\.3: must be a rule/),
    ]);
  });

  const rule = (members: string) => `${HEAD}  - {purpose: support, ${members}}\n`;
  it.each([
    ['broken YAML', 'version: 1\nrules: [\n', /^\d+:\d+: /],
    ['the same key twice', 'version: 1\nversion: 1\nrules: []\n', /^2:1: Map keys must be unique/],
    ['an empty file', '', /^1:1: /],
    ['a list', '[]', /^1:1: /],
    ['rules that are no list', 'version: 1\nrules: all\n', /^2:8: rules: must be a list of rules/],
    [
      'an unknown route',
      rule('routes: [GET /x], action: mask'),
      /there is no route "GET \/x"; allowed: \*, POST/,
    ],
    ['an unchecked route', rule('routes: [GET /hello], action: mask'), /declares no policy.*add @PiiPolicy/],
    ['an unknown resource', rule('resources: [x:y], action: mask'), /there is no resource "x:y"/],
    ['an unknown prompt', rule('prompts: [x], action: mask'), /there is no prompt "x"/],
    ['a direction', rule('direction: both, action: mask'), /must be in or out/],
    ['a score', rule('minScore: 0.2, action: mask'), /must be at least 0\.5/],
    ['no origin', rule('reveals: [create_ticket]'), /is no origin; write one of tool, route/],
    ['an unknown origin', rule('reveals: [tool:x]'), /there is no tool "x"/],
    ['a way to fail', rule('onRecognizerFailure: open'), /"open" is none of reject, rules-only/],
    [
      'an option of findings',
      rule('types: [EMAIL], reveals: []'),
      /reveals goes for everything an origin does/,
    ],
    ['tokens of no encryption', rule('deterministic: true, action: mask'), /needs action: encrypt/],
    ['something twice', rule('types: [EMAIL, EMAIL], action: mask'), /lists something twice/],
    [
      'aliases without end',
      'a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: &d [*c,*c]\ne: &e [*d,*d]\nf: &f [*e,*e]\ng: [*f,*f]\n',
      /^7:8: unfolds too many aliases; allowed: 100/,
    ],
    ['an alias of nothing', 'version: 1\nrules: *all\n', /^2:8: there is no anchor &all before this alias/],
    ['a tag that means nothing', rule('action: !secret mask'), /^3:32: Unresolved tag: !secret/],
    [
      'a name of every object',
      rule('action: mask, __proto__: {tools: ["*"]}'),
      /"__proto__" is not known; allowed/,
    ],
    [
      'brackets without end',
      `version: 1\nrules: ${'['.repeat(500_000)}`,
      /^2:40: is nested more than 32 levels/,
    ],
    [
      'dashes without end',
      `version: 1\nrules:\n${'- '.repeat(100_000)}`,
      /^3:1: is nested more than 32 levels/,
    ],
    [
      'a list without end',
      rule(`types: [${'x,'.repeat(400_000)}], action: mask`),
      /must not hold more than 200/,
    ],
    [
      'more than can be compared',
      `${HEAD}${Array.from({ length: 60 }, (_, index) => `  - {purpose: support, fields: [${fieldsOf(index)}], action: mask}`).join('\n')}`,
      /^53:5: rules\.50: the rules up to this one are about more than 10000 pairs/,
    ],
    [
      'a name twice',
      `${rule('name: a, types: [EMAIL], action: mask')}  - {name: a, purpose: support, types: [PHONE], action: mask}\n`,
      /another rule is called a already, in line 3/,
    ],
  ])('names %s', (_what, text, message) => {
    expect(mistakesIn(text)).toContainEqual(expect.stringMatching(message));
  });

  it('takes what a reader would: nesting, brackets in texts, lists of YAML 1.1', () => {
    const purpose = `"${'[{'.repeat(40)}"`;
    const many = Array.from({ length: 50 }, () => '[').join(' ');
    expect(rulesIn(`${HEAD}  - purpose: ${purpose}\n    action: mask # ${many}\n`)).toHaveLength(1);
    expect(mistakesIn('[[1]]')).toEqual([expect.stringMatching(/^1:1: /)]);
  });

  it('tells of a thousand mistakes, not of a million', () => {
    const broken = Array.from({ length: 900 }, () => '  - {types: [x, y, z], action: hide}').join('\n');
    expect(mistakesIn(`${HEAD}${broken}`)).toHaveLength(1_000);
  });

  const pair = (one: string, other: string) =>
    `${HEAD}  - {purpose: first, ${one}}\n  - {purpose: second, ${other}}\n`;
  it.each([
    [
      'the same rule',
      'types: [EMAIL], action: mask',
      'types: [EMAIL], action: mask',
      /says the same as the rule "rule-1" in line 3/,
    ],
    [
      'another action',
      'types: [EMAIL], action: mask',
      'types: [EMAIL], action: keep',
      /contradicts the rule "rule-1" in line 3/,
    ],
    [
      'types that overlap',
      'types: [EMAIL, PHONE], action: mask',
      'types: [PHONE], action: keep',
      /contradicts/,
    ],
    [
      'origins that overlap',
      'tools: [create_ticket, get_user_info], action: mask',
      'tools: [create_ticket], routes: ["*"], action: keep',
      /contradicts/,
    ],
    [
      'scopes a caller may hold both',
      'scopes: [read], action: mask',
      'scopes: [pii.clear], action: keep',
      /contradicts/,
    ],
    [
      'fields that can be the same',
      'fields: [/a/*], action: mask',
      'fields: [/*/b], action: keep',
      /contradicts/,
    ],
    ['other origins to reveal', 'reveals: [tool:create_ticket]', 'reveals: []', /contradicts/],
  ])('finds two rules in conflict: %s', (_what, one, other, message) => {
    expect(mistakesIn(pair(one, other))).toEqual([expect.stringMatching(/^4:5: rules\.1: /)]);
    expect(mistakesIn(pair(one, other))[0]).toMatch(message);
  });

  it.each([
    ['a field beats a type', 'fields: [a], action: keep', 'types: [EMAIL], action: mask'],
    ['a pointer beats a name', 'fields: [/x/a], action: keep', 'fields: [a], action: mask'],
    ['a type beats an origin', 'tools: [create_ticket], action: keep', 'types: [EMAIL], action: mask'],
    ['an origin beats all of its kind', 'tools: ["*"], action: keep', 'tools: [create_ticket], action: mask'],
    [
      'two origins never meet',
      'tools: [get_user_info], action: keep',
      'tools: [create_ticket], action: mask',
    ],
    ['two directions never meet', 'direction: in, action: keep', 'direction: out, action: mask'],
    ['a direction beats both', 'direction: in, action: keep', 'action: mask'],
    ['a higher score beats a lower', 'minScore: 0.9, action: keep', 'minScore: 0.7, action: mask'],
    ['more scopes beat fewer', 'scopes: [read, pii.clear], action: keep', 'scopes: [read], action: mask'],
    ['an option and an action', 'reveals: []', 'action: mask'],
    ['the same outcome', 'types: [EMAIL, PHONE], action: mask', 'types: [PHONE, PERSON], action: mask'],
  ])('takes two rules that agree: %s', (_what, one, other) => {
    expect(mistakesIn(pair(one, other))).toEqual([]);
  });
});
