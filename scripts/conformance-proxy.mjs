// A reverse proxy on loopback that adds a bearer token to every request, streams included.
import http from 'node:http';

/**
 * @param {string} target origin of the service
 * @param {string} token
 * @returns {Promise<{ url: string, close(): void }>}
 */
export async function startTokenProxy(target, token) {
  const upstream = new URL(target);
  const server = http.createServer((request, response) =>
    forward(request, response, upstream, token, own(server)),
  );
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://localhost:${server.address().port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function own(server) {
  const { port } = server.address();
  return [`localhost:${port}`, `127.0.0.1:${port}`];
}

function forward(request, response, upstream, token, ownHosts) {
  const headers = { ...asIfDirect(request.headers, upstream, ownHosts), authorization: `Bearer ${token}` };
  const { hostname, port } = upstream;
  const onward = http.request(
    { hostname, port, method: request.method, path: request.url, headers },
    (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      response.flushHeaders();
      answer.pipe(response);
    },
  );
  onward.on('error', () => (response.headersSent ? response.destroy() : response.writeHead(502).end()));
  // Closing the answer is how a 2026-07-28 client cancels.
  response.on('close', () => response.writableFinished || onward.destroy());
  request.pipe(onward);
}

/** The proxy's own name becomes the service's; a foreign one stays, because suites probe with it. */
function asIfDirect(headers, upstream, ownHosts) {
  const { host, origin } = headers;
  return {
    ...headers,
    ...(ownHosts.includes(host) && { host: upstream.host }),
    ...(ownHosts.some((name) => origin === `http://${name}`) && { origin: upstream.origin }),
  };
}
