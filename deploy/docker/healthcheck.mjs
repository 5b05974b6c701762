// Ends with 0 when the service of this container answers that it is alive, over TLS when it serves TLS.
import { get as getHttp } from 'node:http';
import { get as getHttps } from 'node:https';

const { PORT = '8081', TLS_CERT_FILE } = process.env;
const get = TLS_CERT_FILE ? getHttps : getHttp;
// The certificate names the public host, not loopback; who answers on loopback is this container alone.
const options = {
  host: '127.0.0.1',
  port: PORT,
  path: '/health/live',
  timeout: 2_000,
  rejectUnauthorized: false,
};

get(options, ({ statusCode }) => process.exit(statusCode === 200 ? 0 : 1))
  .on('timeout', () => process.exit(1))
  .on('error', () => process.exit(1));
