import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const LOGGER = pathToFileURL(
  resolve(process.env['GATEHOUSE_DIST'] ?? 'dist', 'observability/json-logger.js'),
);

const SECRETS = {
  authorization: 'Bearer value-1',
  cookie: 'value-2',
  password: 'value-3',
  client_secret: 'value-4',
  access_token: 'value-5',
  refresh_token: 'value-6',
  apiKey: 'value-7',
  privateKey: 'value-8',
};

/** What the built logger writes when a program of its own runs the statement; pino writes to the descriptor itself. */
function linesOf(statement: string): Record<string, unknown>[] {
  const program = `import { JsonLogger } from '${LOGGER.href}'; const logger = new JsonLogger('debug'); ${statement}`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('the log', () => {
  it.each([
    ['at the top', SECRETS],
    ['one level down', { request: SECRETS }],
    ['two levels down', { request: { headers: SECRETS } }],
  ])('shows no secret %s, and everything else', (_where, members) => {
    const [line] = linesOf(`logger.log(${JSON.stringify({ msg: 'asked', status: 200, ...members })})`);
    expect(line).toMatchObject({ msg: 'asked', status: 200, level: 'info', service: 'gatehouse' });
    expect(JSON.stringify(line)).not.toMatch(/value-\d/);
    expect(JSON.stringify(line).match(/\[redacted\]/g)).toHaveLength(Object.keys(SECRETS).length);
  });

  it('shows an error without the query and the parameters that a driver hangs on it', () => {
    const [line] = linesOf(
      `const err = Object.assign(new Error('it failed'), { code: '57P01', query: 'SELECT 1', parameters: ['value-9'] });
       logger.error({ msg: 'no answer', err })`,
    );
    expect(line).toMatchObject({ level: 'error', err: { message: 'it failed', code: '57P01' } });
    expect(JSON.stringify(line)).not.toMatch(/value-9|SELECT/);
  });

  it('is one line for a message of several', () => {
    expect(linesOf(`logger.warn('one\\ntwo')`)).toMatchObject([{ msg: 'one\ntwo', level: 'warn' }]);
  });
});
