import { IDENTITY_HEADERS } from '../../gateway/index.js';
import type { OperationText } from './operation-text.js';

const CHALLENGE = {
  'WWW-Authenticate': { description: 'To relay to the client.', schema: { type: 'string' } },
};
const IDENTITY = Object.fromEntries(
  IDENTITY_HEADERS.map((name) => [
    name,
    { description: 'For the server behind.', schema: { type: 'string' } },
  ]),
);

const verdict = (description: string): OperationText => ({
  summary: 'Whether a request may reach the MCP server behind a proxy, and who makes it',
  description,
  methods: ['get', 'post', 'delete'],
  responses: {
    200: { description: 'It may.', headers: IDENTITY },
    401: { description: 'No token, or none for this server.', headers: CHALLENGE },
    403: { description: 'The token lacks scopes; the challenge names them.', headers: CHALLENGE },
    404: { description: 'No server of this name is declared.' },
  },
});

/** What proxies ask, and the servers that are reached through us. */
export const GATEWAY_OPERATIONS: Readonly<Record<string, OperationText>> = {
  UpstreamController_serve: {
    summary: 'The MCP endpoint of a server behind the gateway',
    description:
      'As at `/mcp`, with the tools, resources and prompts of the server that `UPSTREAMS_FILE` names so. Answers to calls ' +
      'whose number it limits (`rate_limits`) have `RateLimit` and `RateLimit-Policy`; without room they are 429.',
    methods: ['get', 'post', 'delete'],
    responses: { 404: { description: 'No server of this name is declared.' } },
  },
  UpstreamGrantsController_describe: {
    summary: 'Gatehouse as a client of other authorization servers',
    description: 'Client ID Metadata Document, for servers that read such instead of a registration.',
  },
  ForwardAuthController_permit: verdict('Asked by nginx, Caddy, HAProxy and Traefik.'),
  ForwardAuthController_permitPath: verdict('Asked by Envoy, which puts the path of the request behind.'),
};
