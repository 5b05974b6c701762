import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { connects } from './official-clients.js';
import { doctor, examine } from './examine.js';
import { CREDENTIALS, startPatient, type Patient } from './patient.js';

const OWN = { clientId: 'mcp-client', clientSecret: 'secret' };

describe('the doctor at Gatehouse', () => {
  let gatehouse: Gatehouse;
  let url = '';
  beforeAll(async () => {
    gatehouse = await startGatehouse();
    url = `${gatehouse.url}/mcp`;
  });
  afterAll(() => gatehouse.stop());

  it('says well with a token, as both official clients do', async () => {
    const report = await examine(url, OWN);
    expect(report.causes).toEqual([]);
    expect(report).toMatchObject({ code: 0, verdict: 'well', warnings: [] });
    expect(report.steps.filter(({ name }) => name === 'first_call')).toMatchObject([
      { client: 'v2', status: 'passed' },
      { client: 'v1', status: 'passed' },
    ]);
    expect(await connects('v1', url, OWN)).toBe(true);
    expect(await connects('v2', url, OWN)).toBe(true);
  });

  it('says well without a token, registration included', async () => {
    const report = await examine(url);
    expect(report).toMatchObject({ code: 0, verdict: 'well', causes: [] });
    expect(report.steps.filter(({ status }) => status === 'skipped').map(({ name }) => name)).toEqual([
      'first_call',
      'first_call',
    ]);
  });

  it('names a wrong secret, which is nowhere in what it says', async () => {
    const { code, stdout, stderr } = await doctor([url, '--client-id', 'mcp-client'], {
      DOCTOR_CLIENT_SECRET: 'wrong-secret-value',
    });
    expect(code).toBe(1);
    expect(stdout).toMatch(/token_refused.*invalid_client[\s\S]*Check the client ID and secret/);
    expect(stdout + stderr).not.toContain('wrong-secret-value');
  });

  it('tells people what it does, step by step, with a verdict in the last line', async () => {
    const { code, stdout, stderr } = await doctor([url, '--registered']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Connection doctor: http/);
    expect(stdout).toMatch(/As the v2 client[\s\S]*ok +protected resource metadata[\s\S]*As the v1 client/);
    expect(stdout.trim().split('\n').at(-1)).toMatch(/^Verdict: well/);
    expect(stderr).toMatch(/v1: authorization server metadata …/);
  });

  it('is the same one that the tool asks, which keeps to public addresses', async () => {
    const token = await gatehouse.token();
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        'mcp-protocol-version': '2026-07-28',
        'mcp-method': 'tools/call',
        'mcp-name': 'validate_oauth2_setup',
      },
      body: JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: {
          name: 'validate_oauth2_setup',
          arguments: { url: 'https://127.0.0.1:8443/mcp' },
          _meta: {
            'io.modelcontextprotocol/protocolVersion': '2026-07-28',
            'io.modelcontextprotocol/clientCapabilities': {},
          },
        },
      }),
    });
    expect(await answer.text()).toMatch(/was not asked: its address is private/);
  });
});

describe('the doctor and addresses that the operator did not name', () => {
  let patient: Patient;
  let hits: string[] = [];
  const inner = createServer((request, response) => {
    hits.push(request.url ?? '');
    response.writeHead(404).end();
  });
  let innerOrigin = '';

  beforeAll(async () => {
    await new Promise<void>((resolve) => inner.listen(0, '127.0.0.2', resolve));
    innerOrigin = `http://127.0.0.2:${(inner.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => inner.close(resolve)));
  beforeEach(async () => {
    hits = [];
    patient = await startPatient({
      resourceMetadata: (sound) => ({ ...sound, authorization_servers: [innerOrigin] }),
    });
  });
  afterEach(() => patient.close());

  it('does not follow them, and says so', async () => {
    const report = await examine(patient.url, CREDENTIALS);
    expect(report.causes.map(({ code }) => code)).toEqual(['url_not_allowed']);
    expect(report.code).toBe(1);
    expect(hits).toEqual([]);
  });

  it('does with --allow-private', async () => {
    const report = await examine(patient.url, CREDENTIALS, '--allow-private');
    expect(report.causes[0]?.code).toBe('server_metadata_missing');
    expect(hits).toContain('/.well-known/oauth-authorization-server');
  });

  it('sends the secret to nobody but the issuer that was named', async () => {
    await patient.close();
    const sent: string[] = [];
    patient = await startPatient({
      refusesToken: (_form, authorization) => {
        sent.push(authorization);
        return { error: 'invalid_request', error_description: authorization };
      },
    });
    const refused = await examine(patient.url, CREDENTIALS, '--issuer', 'https://my-issuer.example');
    expect(refused.causes.map(({ code }) => code)).toEqual(['wrong_issuer']);
    expect(sent).toEqual([]);

    const repeated = await examine(patient.url, CREDENTIALS, '--issuer', patient.origin);
    expect(sent).toHaveLength(2);
    expect(repeated.causes.map(({ code }) => code)).toEqual(['token_refused']);
    const encoded = sent[0]?.replace('Basic ', '') ?? 'nothing was sent';
    expect(JSON.stringify(repeated)).not.toContain(encoded);
  });
});

describe('the doctor at servers that do not behave', () => {
  it.each<[string, Parameters<typeof startPatient>[0], string]>([
    ['never answers', { intercepts: () => true }, 'unreachable'],
    [
      'never ends',
      {
        intercepts: (_request, response) => {
          const chunk = Buffer.alloc(65_536, 'x');
          const more = () => void (response.destroyed || response.write(chunk, () => setImmediate(more)));
          more();
          return true;
        },
      },
      'answer_unreadable',
    ],
    [
      'sends control characters',
      { intercepts: (_request, response) => Boolean(response.writeHead(418).end('\u001b[2Jteapot\u0007')) },
      'not_mcp',
    ],
  ])('gets away from one that %s', async (_what, illness, code) => {
    const patient = await startPatient(illness);
    try {
      const { stdout, code: status } = await doctor([patient.url, '--timeout', '1', '--json']);
      const report = JSON.parse(stdout) as { causes: { code: string }[] };
      expect(report.causes.map((cause) => cause.code)).toEqual([code]);
      expect(status).toBe(1);
      expect(stdout).not.toMatch(/\\u001b|\\u0007/);
    } finally {
      await patient.close();
    }
  });
});

describe('the doctor called wrongly', () => {
  it.each([
    ['without a URL', []],
    ['with something else', ['mcp.example.com']],
    ['with another scheme', ['ftp://mcp.example.com/']],
    ['with credentials in the URL', ['https://me:pass@mcp.example.com/mcp']],
    ['with an option that does not exist', ['https://mcp.example.com/mcp', '--client-secret', 'x']],
    ['with a client and no secret', ['https://mcp.example.com/mcp', '--client-id', 'x']],
    ['with a page for an origin', ['https://mcp.example.com/mcp', '--origin', 'https://a.example/page']],
    ['with no time', ['https://mcp.example.com/mcp', '--timeout', '0']],
  ])('ends with status 2: %s', async (_what, args) => {
    const { code, stdout, stderr } = await doctor(args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).not.toMatch(/ {4}at /);
  });

  it('explains itself', async () => {
    const { code, stdout } = await doctor(['--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/DOCTOR_CLIENT_SECRET[\s\S]*Exit status: 0/);
  });
});
