import type { Logger } from '@nestjs/common';
import { logComplaints } from './child-complaints.js';

const LONGEST_LINE = 1_000;
const PEM = [
  '-----BEGIN PRIVATE KEY-----',
  'MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgevZzL1gdAFr88hb2',
  'OF/2NxApJCzGCEDdfSp6VQO30hyhRANCAAQRWz+jn65BtOMvdyHKcvjBeBSDZH2r',
  '1RTwjmYSi9R/zpBnuQ4EiMnCqfMPWiZqB4QdbAd0E7oH50VpuZ1P087G',
  'Q4==',
  '-----END PRIVATE KEY-----',
].join('\n');
const KEY_LINES = PEM.split('\n').slice(1, -1);

/** What is logged of octets that arrive in pieces of this length. */
async function logged(text: string, secrets: readonly string[], piece = 700): Promise<string[]> {
  const lines: string[] = [];
  const logger = { log: ({ line }: { line: string }) => lines.push(line), warn: () => undefined };
  async function* chunks(): AsyncGenerator<Buffer> {
    const octets = Buffer.from(text);
    for (let at = 0; at < octets.length; at += piece) yield octets.subarray(at, at + piece);
    await Promise.resolve();
  }
  const mask = (said: string) => said.replace(/\d{3}-\d{4}-\d{4}/g, '***');
  await logComplaints(chunks(), 'sample', { logger: logger as unknown as Logger, mask, secrets });
  return lines;
}

describe('logComplaints', () => {
  it.each<[string, string]>([
    ['line by line', PEM],
    ['indented', PEM.replaceAll('\n', '\r\n    ')],
    ['in JSON', JSON.stringify({ key: PEM })],
    ['in a URL', `https://example.com/?key=${encodeURIComponent(PEM)}`],
    ['in base64', `key=${Buffer.from(PEM).toString('base64')}`],
    ['one line of it', `failed at ${KEY_LINES[1]}`],
  ])('hides a key of several lines: %s', async (_how, text) => {
    for (const piece of [1, 64, 10_000]) {
      const said = (await logged(text, [PEM], piece)).join('\n');
      expect(said).toContain('[secret]');
      for (const line of KEY_LINES) {
        expect(said).not.toContain(line);
        expect(said).not.toContain(encodeURIComponent(line));
      }
      expect(said).not.toContain(Buffer.from(PEM).toString('base64').slice(40, 80));
    }
  });

  it('hides the lines of a key that stands in JSON, as programs print what they have read', async () => {
    const said = await logged(PEM, [JSON.stringify({ private_key: PEM })]);
    for (const line of KEY_LINES) expect(said.join('\n')).not.toContain(line);
  });

  it('hides a secret wherever a line is cut, all of it', async () => {
    const secret = 'q7!Zk-very/secret+value';
    for (let before = LONGEST_LINE - 40; before < LONGEST_LINE + 5; before += 1) {
      const [line = ''] = await logged(`${'.'.repeat(before)}${secret} and more ${secret}\n`, [secret]);
      expect(line).not.toContain(secret.slice(0, 3));
      expect(line.length).toBeLessThanOrEqual(LONGEST_LINE + '[secret]'.length);
    }
  });

  it('shows no beginning of a secret because others before it are shorter than they were', async () => {
    const secret = 's3cr3t'.repeat(50);
    const [line = ''] = await logged(`${`${secret} `.repeat(20)}\n`, [secret]);
    expect(line).not.toContain('s3cr3t');
  });

  it('hides secrets that overlap, and the longer of two', async () => {
    expect(await logged('a abcdefghij and abcdef.', ['abcdef', 'defghij'])).toEqual([
      'a [secret] and [secret].',
    ]);
  });

  it('leaves words that happen to be a short line of a secret', async () => {
    const secret = 'note\nmy very secret line\nport';
    expect(await logged('note: port 80 is open\nport\nmy very secret line\n', [secret])).toEqual([
      'note: port 80 is open',
      '[secret]',
      '[secret]',
    ]);
  });

  it('masks personal data before the line is cut', async () => {
    const [line = ''] = await logged(`${'.'.repeat(LONGEST_LINE - 8)}010-1234-5678 and so on`, []);
    expect(line).not.toContain('010');
    expect(line.length).toBeLessThanOrEqual(LONGEST_LINE);
  });
});
