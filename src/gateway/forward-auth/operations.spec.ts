import type { ForwardAuthProxy } from '../../config/index.js';
import { hasDuplicateNames } from '../../common/duplicate-names.js';
import { decodeHeaderValue } from './header-value.js';
import { operationsOf } from './operations.js';
import type { Question } from './original-request.js';

interface Given {
  readonly proxy?: ForwardAuthProxy;
  readonly binds?: boolean;
  readonly method?: string;
  readonly headers?: readonly (readonly [string, string])[];
  readonly body?: unknown;
  /** What is said about the body. */
  readonly types?: readonly (readonly [string, string])[];
}

const type = (value: string) => ['Content-Type', value] as const;
const json = type('application/json');
const encoding = (value: string) => ['Content-Encoding', value] as const;

function ask({ proxy = 'nginx', binds = true, method = 'GET', headers = [], body, types = [json] }: Given) {
  const all = body === undefined ? headers : [...headers, ...types];
  const question: Question = {
    method,
    headers: Object.fromEntries(all.map(([name, value]) => [name.toLowerCase(), value])),
    rawHeaders: all.flat(),
    body,
    text: body === undefined ? undefined : JSON.stringify(body),
  };
  return operationsOf(question, { proxy, bindsHeaders: binds });
}

const post = ['X-Original-Method', 'POST'] as const;
const modern = ['MCP-Protocol-Version', '2026-07-28'] as const;
const calls = ['Mcp-Method', 'tools/call'] as const;
const named = (name: string) => ['Mcp-Name', name] as const;
const message = (name: unknown) => ({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name } });

describe('operationsOf', () => {
  it.each<[string, Given, unknown]>([
    [
      'the tool of the headers where they bind',
      { headers: [post, modern, calls, named('echo')] },
      [call('echo')],
    ],
    ['an encoded name', { headers: [post, modern, calls, named('=?base64?7ZmN?=')] }, [call('홍')]],
    ['another method', { headers: [post, modern, ['Mcp-Method', 'tools/list']] }, [{ method: 'tools/list' }]],
    ['nothing of a stream', { headers: [['X-Original-Method', 'GET']] }, []],
    ['nothing of the end of a session', { headers: [['X-Original-Method', 'DELETE']] }, []],
    ['nothing of a stream, as Envoy asks', { proxy: 'envoy' }, []],
    [
      'nothing of a stream, as Traefik asks',
      { proxy: 'traefik', headers: [['X-Forwarded-Method', 'GET']] },
      [],
    ],
    ['the tool of the body', { body: message('echo') }, [call('echo')]],
    ['every tool of a batch', { body: [message('a'), message('b')] }, [call('a'), call('b')]],
    ['nothing of an answer', { body: { jsonrpc: '2.0', id: 1, result: {} } }, []],
    [
      'the body before a method that says there is none',
      { headers: [['X-Original-Method', 'GET']], body: message('a') },
      [call('a')],
    ],
  ])('reads %s', (_what, given, expected) => {
    expect(ask(given)).toEqual(expected);
  });

  it.each<[string, Given]>([
    ['a request without the proxy’s word for its method', { binds: false }],
    [
      'a method header that another proxy would set',
      { binds: false, headers: [['X-Forwarded-Method', 'GET']] },
    ],
    ['two method headers', { binds: false, headers: [post, ['X-Original-Method', 'GET']] }],
    ['headers where they do not bind', { binds: false, headers: [post, modern, calls, named('echo')] }],
    [
      'headers of a revision in which they do not bind',
      { headers: [post, ['MCP-Protocol-Version', '2025-11-25'], calls, named('echo')] },
    ],
    ['two revisions', { headers: [post, modern, modern, calls, named('echo')] }],
    ['a body that is no JSON-RPC', { body: { hello: 'world' } }],
    ['a batch with something else in it', { body: [message('a'), 1] }],
    ['a tool without a name', { body: message(7) }],
    [
      'a body that Envoy cut',
      {
        proxy: 'envoy',
        method: 'POST',
        headers: [['x-envoy-auth-partial-body', 'true']],
        body: message('a'),
      },
    ],
  ])('cannot tell from %s', (_what, given) => {
    expect(ask(given)).toBeUndefined();
  });

  it.each<[string, Given]>([
    ['no Mcp-Method', { headers: [post, modern] }],
    ['two of them', { headers: [post, modern, calls, ['Mcp-Method', 'tools/list']] }],
    ['no Mcp-Name', { headers: [post, modern, calls] }],
    ['two of them', { headers: [post, modern, calls, named('a'), named('b')] }],
    ['a name that decodes to nothing', { headers: [post, modern, calls, named('=?base64?!?=')] }],
    ['a body of another tool', { headers: [modern, calls, named('a')], body: message('b') }],
    ['a body of another method', { headers: [modern, ['Mcp-Method', 'tools/list']], body: message('b') }],
    [
      'a batch of which one differs',
      { headers: [modern, calls, named('a')], body: [message('a'), message('b')] },
    ],
  ])('refuses %s', (_what, given) => {
    expect(() => ask(given)).toThrow(expect.objectContaining({ status: 400, code: 'header-mismatch' }));
  });
});

describe('operationsOf, of a body', () => {
  it.each([
    ['UTF-8', [type('application/json; charset=utf-8')]],
    ['UTF-8 in other letters', [type('Application/JSON;Charset=UTF-8')]],
    ['UTF-8 in quotes', [type('application/json ; charset="utf-8"')]],
    ['no encoding', [json, encoding('identity')]],
  ])('reads %s', (_what, types) => {
    expect(ask({ body: message('echo'), types })).toEqual([call('echo')]);
  });

  it.each([
    ['without a type', []],
    ['in UTF-7', [type('application/json; charset=utf-7')]],
    ['in UTF-16', [type('application/json; charset="utf-16"')]],
    ['with two charsets', [type('application/json; charset=utf-8; charset=utf-7')]],
    ['with a charset in another parameter', [type('application/json; a="; charset=utf-8"; charset=utf-7')]],
    ['with an escaped charset', [type('application/json; charset="utf-\\7"')]],
    ['with two types', [json, type('application/json; charset=utf-7')]],
    ['with two types in one', [type('application/json, application/json; charset=utf-7')]],
    ['of another type', [type('application/x-www-form-urlencoded')]],
    ['compressed', [json, encoding('br')]],
    ['compressed, it says at last', [json, encoding('identity'), encoding('deflate')]],
    ['compressed, it says in one', [json, encoding('identity, gzip')]],
  ])('refuses one %s', (_what, types) => {
    expect(() => ask({ body: message('echo'), types })).toThrow(expect.objectContaining({ status: 415 }));
  });
});

const lists = { jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} };
const deletes = { name: 'delete_all' };

describe('operationsOf, of members that parsers which ignore case take for others', () => {
  it.each([
    ['another method', { ...lists, Method: 'tools/call', Params: deletes }],
    ['a method in an answer', { result: {}, Method: 'tools/call', params: deletes }],
    ['another name', { ...message('read'), params: { name: 'read', Name: 'delete_all' } }],
    ['the only name', { ...message('read'), params: { NAME: 'delete_all' } }],
    ['a long s', { ...message('read'), paramſ: deletes }],
    ['a long s in the protocol’s name', { ...lists, jſonrpc: '2.0' }],
    ['an i without a dot', { ...lists, ıd: 2 }],
    ['an I with a dot', { ...lists, İD: 2 }],
    ['other arguments', { ...message('read'), params: { name: 'read', argumentſ: {} } }],
    ['one message of a batch', [lists, { ...lists, METHOD: 'tools/call', params: deletes }]],
  ])('refuses %s', (_what, body) => {
    expect(() => ask({ body })).toThrow(expect.objectContaining({ status: 400, code: 'ambiguous-body' }));
  });

  it.each([
    [
      'arguments of a tool',
      { ...message('a'), params: { name: 'a', arguments: { Name: 1, name: 2, ID: 3 } } },
    ],
    [
      'what a client adds',
      { ...message('a'), params: { name: 'a', _meta: { Method: 'b' }, task: { Id: 1 } } },
    ],
  ])('lets pass %s', (_what, body) => {
    expect(ask({ body })).toEqual([call('a')]);
  });
});

describe('operationsOf, of long names of tools', () => {
  const name = 'x'.repeat(257);

  it.each<[string, Given]>([
    ['in the body', { body: message(name) }],
    ['in a batch', { body: [message('a'), message(name)] }],
    ['in the headers', { headers: [post, modern, calls, named(name)] }],
  ])('refuses one %s', (_what, given) => {
    expect(() => ask(given)).toThrow(expect.objectContaining({ status: 400, code: 'tool-name-too-long' }));
  });

  it('lets pass what patterns can span', () => {
    expect(ask({ body: message(name.slice(1)) })).toEqual([call(name.slice(1))]);
  });
});

describe('decodeHeaderValue', () => {
  it.each([
    ['plain', 'plain'],
    ['=?base64?ZWNobw==?=', 'echo'],
    ['=?base64?ZWNobw?=', 'echo'],
    ['=?base64?ZWNobx==?=', undefined],
    ['=?base64?/w==?=', undefined],
    ['=?utf-8?Q?echo?=', undefined],
  ])('%s', (value, expected) => {
    expect(decodeHeaderValue(value)).toBe(expected);
  });
});

describe('hasDuplicateNames', () => {
  it.each([
    ['{"a":1,"a":2}', true],
    ['{"a":1,"\\u0061":2}', true],
    ['{"b":{"a":1 , "a" :2}}', true],
    ['[{"a":1},{"a":2}]', false],
    ['{"a":"a","b":["a","a"],"c":{"a":1}}', false],
    ['{"a":"\\"a\\":","b":1}', false],
    ['"a"', false],
  ])('%s', (json, expected) => {
    expect(hasDuplicateNames(json)).toBe(expected);
  });
});

function call(tool: string) {
  return { method: 'tools/call', tool };
}
