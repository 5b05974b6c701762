import { foreignness } from './form-origin.js';

const PUBLIC = 'https://gate.example';

describe('foreignness', () => {
  it.each([
    ['our own form', { origin: PUBLIC, 'sec-fetch-site': 'same-origin' }],
    ['our own form in a browser without Sec-Fetch-Site', { origin: PUBLIC }],
    ['our own form without an origin', { 'sec-fetch-site': 'same-origin' }],
    ['our own form whose origin was blanked', { origin: 'null', 'sec-fetch-site': 'same-origin' }],
    ['a form at another name of ours', { origin: 'https://gate.internal', host: 'GATE.internal' }],
    ['a program', {}],
  ])('takes %s', (_what, headers) => {
    expect(foreignness(headers, PUBLIC)).toBeUndefined();
  });

  it.each([
    ['another site', { origin: 'https://evil.example', host: 'gate.example' }, 'foreign_origin'],
    ['our name without TLS', { origin: 'http://gate.example', host: 'gate.example' }, 'foreign_origin'],
    ['another port', { origin: 'https://gate.example:8443', host: 'gate.example' }, 'foreign_origin'],
    ['a name that begins with ours', { origin: 'https://gate.example.evil.example' }, 'foreign_origin'],
    ['a sandboxed frame', { origin: 'null' }, 'foreign_origin'],
    [
      'another site that sends our origin',
      { origin: PUBLIC, 'sec-fetch-site': 'cross-site' },
      'foreign_site',
    ],
    ['a subdomain', { origin: PUBLIC, 'sec-fetch-site': 'same-site' }, 'foreign_site'],
    ['nobody', { 'sec-fetch-site': 'none' }, 'foreign_site'],
    ['several', { origin: PUBLIC, 'sec-fetch-site': ['same-origin', 'cross-site'] }, 'foreign_site'],
  ])('does not take a form of %s', (_what, headers, expected) => {
    expect(foreignness(headers, PUBLIC)).toBe(expected);
  });
});
