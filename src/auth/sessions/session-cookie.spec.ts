import type { HttpAdapterHost } from '@nestjs/core';
import { fastify } from 'fastify';
import { loadConfiguration } from '../../config/index.js';
import { SessionCookie } from './session-cookie.js';

const cookieOf = (publicUrl: string) =>
  new SessionCookie(loadConfiguration({ PUBLIC_URL: publicUrl }), {} as HttpAdapterHost);
const secured = cookieOf('https://gate.example.org');
const plain = cookieOf('http://localhost:8081');

/** What a server with this cookie sends, and what it reads. */
async function exchange(cookie: SessionCookie, header?: string) {
  const server = fastify();
  server.get('/read', (request) => ({ value: cookie.read(request) ?? null }));
  server.get('/write', (_request, reply) => {
    void reply.header('set-cookie', 'other=1');
    cookie.write(reply, 'secret-value');
    return 'written';
  });
  server.get('/clear', (_request, reply) => {
    cookie.clear(reply);
    return 'cleared';
  });
  const address = await server.listen({ port: 0, host: '127.0.0.1' });
  const get = (path: string) =>
    fetch(`${address}${path}`, { headers: header === undefined ? {} : { cookie: header } });
  const answers = { read: await get('/read'), write: await get('/write'), clear: await get('/clear') };
  await Promise.all(Object.values(answers).map((answer) => answer.clone().text()));
  await server.close();
  return answers;
}

describe('SessionCookie', () => {
  it('is bound to this host, TLS and every path, and out of reach of scripts', async () => {
    const { write } = await exchange(secured);
    expect(write.headers.getSetCookie()).toEqual([
      'other=1',
      '__Host-gatehouse-session=secret-value; Path=/; HttpOnly; Secure; SameSite=Lax',
    ]);
  });

  it('does without Secure and the prefix on plain http, where browsers would drop it', async () => {
    const { write } = await exchange(plain);
    expect(write.headers.getSetCookie()).toContain(
      'gatehouse-session=secret-value; Path=/; HttpOnly; SameSite=Lax',
    );
  });

  it('is forgotten under the very attributes it was set with', async () => {
    const { clear } = await exchange(secured);
    expect(clear.headers.getSetCookie()).toEqual([
      '__Host-gatehouse-session=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax',
    ]);
  });

  it.each([
    ['it among others', 'a=1; __Host-gatehouse-session=abc; b=2', 'abc'],
    ['none', 'a=1', null],
    ['an empty one', '__Host-gatehouse-session=', null],
    ['the unprotected name, which a subdomain can set', 'gatehouse-session=planted', null],
    ['another case of the name', '__host-gatehouse-session=planted', null],
    ['no header', undefined, null],
    ['a broken header', ';;=;__Host-gatehouse-session', null],
  ])('reads %s', async (_what, header, value) => {
    const { read } = await exchange(secured, header);
    expect(await read.json()).toEqual({ value });
  });
});
