import { URLSearchParams } from 'node:url';

/**
 * A request as data, so that the same one is checked once with `fetch` and then repeated by the load generator.
 *
 * @typedef {{ method: 'GET' | 'POST', path: string, headers?: Record<string, string>, body?: string }} HttpRequest
 */

/** @returns {HttpRequest} */
export function formRequest(path, fields) {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return { method: 'POST', path, headers, body: new URLSearchParams(fields).toString() };
}

/** @returns {HttpRequest} */
export function jsonRequest(path, value, headers = {}) {
  return {
    method: 'POST',
    path,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(value),
  };
}

/**
 * Sends a request once.
 *
 * @param {string} url base URL of the server
 * @param {HttpRequest} request
 */
export async function send(url, { method, path, headers, body }) {
  const answer = await fetch(`${url}${path}`, { method, headers, body });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

/**
 * The bytes of a request as they go over a keep-alive connection.
 *
 * @param {number} port
 * @param {HttpRequest} request
 */
export function serialize(port, { method, path, headers = {}, body = '' }) {
  const lines = [`${method} ${path} HTTP/1.1`, `host: localhost:${port}`];
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
  if (method === 'POST') lines.push(`content-length: ${Buffer.byteLength(body)}`);
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
}
