/** The physical limit of a token endpoint: `node:http`, one digest comparison, one ES256 signature, nothing else. */
import { createHash, createPrivateKey, randomUUID, sign, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { URLSearchParams } from 'node:url';

const { PORT, BENCH_PRIVATE_KEY, BENCH_CLIENT_ID, BENCH_CLIENT_SECRET } = process.env;
const LIFETIME_SECONDS = 1_800;
const key = createPrivateKey(BENCH_PRIVATE_KEY);
const header = encode({ alg: 'ES256', typ: 'at+jwt', kid: 'bench' });
const secretDigest = digest(BENCH_CLIENT_SECRET);

createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => (body += chunk));
  request.on('end', () => answer(response, new URLSearchParams(body)));
}).listen(Number(PORT), '127.0.0.1');

function answer(response, form) {
  const known = form.get('client_id') === BENCH_CLIENT_ID;
  if (!known || !timingSafeEqual(digest(form.get('client_secret') ?? ''), secretDigest)) {
    return end(response, 401, { error: 'invalid_client' });
  }
  const scope = form.get('scope') ?? '';
  const token = {
    access_token: accessToken(scope),
    token_type: 'Bearer',
    expires_in: LIFETIME_SECONDS,
    scope,
  };
  return end(response, 200, token);
}

function accessToken(scope) {
  const iat = Math.floor(Date.now() / 1_000);
  const claims = {
    iss: 'https://issuer.example',
    sub: BENCH_CLIENT_ID,
    aud: 'https://resource.example',
    scope,
  };
  const payload = encode({
    ...claims,
    client_id: BENCH_CLIENT_ID,
    iat,
    exp: iat + LIFETIME_SECONDS,
    jti: randomUUID(),
  });
  const signature = sign('sha256', Buffer.from(`${header}.${payload}`), { key, dsaEncoding: 'ieee-p1363' });
  return `${header}.${payload}.${signature.toString('base64url')}`;
}

function end(response, status, value) {
  const body = JSON.stringify(value);
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
}

function encode(value) {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function digest(text) {
  return createHash('sha256').update(text).digest();
}
