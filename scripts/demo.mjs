#!/usr/bin/env node
// The enterprise scenario, step by step, against a running server: who may do what, what happens to
// personal data on the way, and what the record says afterwards.
import { parseArgs } from 'node:util';
import { Narrator } from './demo/narrator.mjs';
import { textOf, Visitor } from './demo/visitor.mjs';

const HELP = `Usage: npm run demo -- [options]     (start the server first: npm start)

  --url URL               the server, default http://localhost:8081
  --client-id ID          default mcp-client
  --client-secret SECRET  default the development client's`;

const CUSTOMER = { name: '홍길동', email: 'hong@example.com', phone: '010-1234-5678' };
const LEAKS = Object.values(CUSTOMER);

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:8081' },
    'client-id': { type: 'string', default: 'mcp-client' },
    'client-secret': { type: 'string', default: 'secret' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}

const story = new Narrator();
const visitor = new Visitor({
  url: values.url,
  clientId: values['client-id'],
  clientSecret: values['client-secret'],
});
const leaks = (text) => LEAKS.filter((value) => text.includes(value));

try {
  await noToken();
  const client = await admitted();
  await tooLittleScope(client);
  await encryptedCustomer(client);
  await maskedAnswer(client);
  await rejected(client);
  await client.close();
  await report();
} catch (error) {
  const refused = error.cause?.code === 'ECONNREFUSED';
  console.error(
    refused ? `Nothing answers at ${values.url}: start the server with \`npm start\`.` : error.message,
  );
  process.exit(1);
}
process.exit(story.close() === 0 ? 0 : 1);

async function noToken() {
  story.step('An agent knocks without a token');
  story.send('GET /hello');
  const response = await visitor.get('/hello');
  const challenge = response.headers.get('www-authenticate') ?? '';
  story.receive(`${response.status}  WWW-Authenticate: ${challenge}`);
  story.expect(
    response.status === 401 && challenge.includes('resource_metadata'),
    'refused, and told where to get a token',
  );
}

async function admitted() {
  story.step('It asks for a token with one scope, and connects by MCP');
  story.send('POST /oauth2/token  grant_type=client_credentials scope=mcp.access');
  const token = await visitor.token('mcp.access');
  story.receive(`a token of ${token.length} characters, good for 30 minutes and for this server only`);
  const client = await visitor.connect(token);
  const { tools } = await client.listTools();
  story.receive(`${tools.length} tools: ${tools.map((tool) => tool.name).join(', ')}`);
  const names = new Set(tools.map((tool) => tool.name));
  story.expect(
    names.has('get_user_info') && !names.has('delete_product'),
    'it sees what it may call, and nothing else',
  );
  return client;
}

async function tooLittleScope(client) {
  story.step('It calls a tool it has no scope for');
  story.send('tools/call delete_product');
  const refusal = await client
    .callTool({ name: 'delete_product', arguments: { id: '00000000-0000-4000-8000-000000000000' } })
    .then(
      () => undefined,
      (error) => error,
    );
  story.receive(refusal === undefined ? 'answered' : `refused: ${refusal.message}`);
  story.expect(refusal !== undefined, 'refused before the tool runs');
}

async function encryptedCustomer(client) {
  story.step('It stores a customer');
  story.send(`tools/call store_sensitive_data  ${CUSTOMER.name}, ${CUSTOMER.email}, ${CUSTOMER.phone}`);
  const result = await client.callTool({
    name: 'store_sensitive_data',
    arguments: {
      customer_name: CUSTOMER.name,
      customer_email: CUSTOMER.email,
      customer_phone: CUSTOMER.phone,
      notes: `${CUSTOMER.name}님 상담 요청`,
    },
  });
  story.receive(textOf(result));
  story.expect(
    result.isError !== true && leaks(textOf(result)).length === 0,
    'stored encrypted; the answer repeats nothing in clear',
  );
}

async function maskedAnswer(client) {
  story.step('It looks the customer up');
  story.send(`tools/call get_user_info  user_query=${CUSTOMER.email}`);
  const result = await client.callTool({ name: 'get_user_info', arguments: { user_query: CUSTOMER.email } });
  story.receive(textOf(result));
  story.expect(
    result.isError !== true && leaks(JSON.stringify(result)).length === 0,
    'found by blind index, and masked on the way out',
  );
}

async function rejected(client) {
  story.step('It sends personal data where none may go');
  story.send('tools/call high_security_operation  operation_data="고객 홍길동, 010-1234-5678"');
  const result = await client.callTool({
    name: 'high_security_operation',
    arguments: { operation_data: `고객 정보: ${CUSTOMER.name}님 (${CUSTOMER.email}, ${CUSTOMER.phone})` },
  });
  story.receive(textOf(result));
  story.expect(
    result.isError === true && leaks(textOf(result)).length === 0,
    'rejected, naming the types and never the values',
  );
}

async function report() {
  story.step('The auditor asks what happened');
  const token = await visitor.token('mcp.access audit.read');
  story.send('GET /admin/audit/report?format=json');
  const response = await visitor.get('/admin/audit/report?format=json', token);
  const figures = await response.json();
  story.receive(figures.totals ?? figures);
  story.expect(
    response.status === 200 && leaks(JSON.stringify(figures)).length === 0,
    'every call and refusal is on record, without the personal data',
  );
  console.log(
    `\n   As a page with charts: ${visitor.url}/admin/audit/report?format=html (with a token that has audit.read)`,
  );
}
