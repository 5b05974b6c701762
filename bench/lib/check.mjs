import { send } from './http-request.mjs';

/**
 * A contestant that serves what it must refuse, or refuses what it must serve, is not worth a number.
 *
 * @param {string} name
 * @param {import('./server-process.mjs').ServerProcess} server
 * @param {import('../contestants/floors.mjs').Work} work
 * @throws Error naming the contestant and the answer that was wrong
 */
export async function check(name, server, { requests, expected, refusals }) {
  const good = await send(server.url, requests[0]);
  if (good.status !== 200 || !good.text.includes(expected)) throw wrong(name, 'the good request', good);
  for (const refusal of refusals) {
    const answer = await send(server.url, refusal);
    if (answer.status !== 401 && answer.status !== 400) throw wrong(name, 'a request it must refuse', answer);
  }
}

function wrong(name, what, { status, text }) {
  return new Error(`${name} answered ${what} with ${status}: ${text.slice(0, 300)}`);
}
