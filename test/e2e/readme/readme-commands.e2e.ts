import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';

const run = promisify(execFile);
const SERVER = /http:\/\/localhost:8081/g;
/** Inside of the repository, where imports find the packages. */
const FOLDER = '.dist/readme';

const needsCurl = spawnSync('curl', ['--version']).status === 0 ? it : it.skip;

describe.each(['README.md', 'README.ko.md'])('the commands of %s', (path) => {
  const text = readFileSync(path, 'utf8');
  let gatehouse: Gatehouse;

  beforeAll(async () => {
    gatehouse = await startGatehouse();
  });
  afterAll(() => gatehouse?.stop());

  needsCurl('the curl lines (needs curl)', async () => {
    const { stdout } = await run('sh', ['-e', '-c', here('sh', 'curl -X POST')]);
    expect(stdout.match(/"token_type":"Bearer","expires_in":1800,"scope":"mcp.access"/g)).toHaveLength(1);
    expect(stdout).toContain('MCP OAuth2 데모에서 안녕하세요!');
    expect(stdout).toContain('Hello from the MCP OAuth2 demo!');
    expect(stdout).toContain('"name":"Gatehouse"');
    expect(stdout).toContain('"token_endpoint"');
    expect(stdout).toContain('"keys":[');
    expect(stdout).toMatch(/HTTP\/1.1 401 .*www-authenticate: Bearer .*resource_metadata=/s);
  });

  it('the client in TypeScript', async () => {
    mkdirSync(FOLDER, { recursive: true });
    const program = `${FOLDER}/client-${path}.mjs`;
    writeFileSync(program, here('ts', "from '@modelcontextprotocol/client'"));
    const { stdout } = await run(process.execPath, [program]);
    expect(stdout).toContain("'lookup_inventory'");
    expect(stdout).toMatch(/keyboard/i);
  });

  /** The code block of that language which holds the text, addressed to the server of this test. */
  function here(language: string, content: string): string {
    const blocks = [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))];
    const block = blocks.map((match) => match[1] ?? '').find((code) => code.includes(content));
    if (block === undefined) throw new Error(`${path} has no ${language} block with ${content}`);
    return block.replace(SERVER, gatehouse.url);
  }
});
