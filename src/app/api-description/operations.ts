import { AUTHORIZATION_OPERATIONS } from './authorization-operations.js';
import { GATEWAY_OPERATIONS } from './gateway-operations.js';
import type { OperationText, ParameterObject } from './operation-text.js';
import { PAGE_OPERATIONS } from './page-operations.js';
import { PRESIDIO_OPERATIONS } from './presidio-operations.js';

const TEXT = { type: 'string' };
const STRINGS = { type: 'array', items: TEXT };
const JSON_OBJECT = { 'application/json': { schema: { type: 'object' } } };
const LANGUAGE: ParameterObject = {
  name: 'Accept-Language',
  in: 'header',
  required: false,
  description: 'Korean unless English is preferred.',
  schema: TEXT,
};

const TOKEN_FORM = {
  type: 'object',
  required: ['grant_type'],
  properties: {
    grant_type: { type: 'string', enum: ['authorization_code', 'client_credentials', 'refresh_token'] },
    client_id: { ...TEXT, description: 'Unless the client authenticates by HTTP Basic.' },
    client_secret: { ...TEXT, format: 'password' },
    code: { ...TEXT, description: 'Of the authorization response; good for one attempt.' },
    redirect_uri: { ...TEXT, description: 'The one of the authorization request.' },
    code_verifier: { ...TEXT, description: 'RFC 7636' },
    refresh_token: { ...TEXT, description: 'Good once; the answer holds its successor.' },
    scope: { ...TEXT, description: 'Separated by blanks; without it the default scope of the client.' },
    resource: {
      ...STRINGS,
      description: 'RFC 8707, may be repeated; without it the audiences of the client.',
    },
  },
};

const ONE_TOKEN_FORM = {
  type: 'object',
  required: ['token'],
  properties: {
    token: TEXT,
    token_type_hint: { type: 'string', enum: ['access_token', 'refresh_token'] },
    client_id: { ...TEXT, description: 'Unless the client authenticates by HTTP Basic.' },
    client_secret: { ...TEXT, format: 'password' },
  },
};

const TOKEN_ANSWER = {
  type: 'object',
  required: ['access_token', 'token_type', 'expires_in', 'scope'],
  properties: {
    access_token: { ...TEXT, description: 'JWT of type at+jwt (RFC 9068)' },
    token_type: { const: 'Bearer' },
    expires_in: { type: 'integer', description: 'Seconds' },
    scope: TEXT,
    refresh_token: TEXT,
    id_token: { ...TEXT, description: 'With the scope openid (OpenID Connect Core 1.0 §2)' },
  },
};

/** RFC 7591 §2; further members are ignored. */
const CLIENT_METADATA = {
  type: 'object',
  required: ['redirect_uris'],
  properties: {
    redirect_uris: { ...STRINGS, description: 'https, or loopback http and private-use schemes for native' },
    client_name: { ...TEXT, description: 'Shown to people when they decide' },
    token_endpoint_auth_method: {
      type: 'string',
      enum: ['none', 'client_secret_basic', 'client_secret_post', 'private_key_jwt'],
    },
    application_type: { type: 'string', enum: ['web', 'native'] },
    grant_types: STRINGS,
    scope: { ...TEXT, description: 'Separated by blanks; without it all that people may be asked for' },
    jwks: { type: 'object', description: 'Public keys, for private_key_jwt' },
    jwks_uri: { type: 'string', format: 'uri' },
  },
};

const CLIENT_INFORMATION = {
  type: 'object',
  required: ['client_id', 'registration_access_token', 'registration_client_uri'],
  properties: {
    ...CLIENT_METADATA.properties,
    client_id: TEXT,
    client_secret: { ...TEXT, format: 'password', description: 'Shown this once' },
    client_secret_expires_at: { const: 0 },
    client_id_issued_at: { type: 'integer', description: 'Seconds since the epoch' },
    registration_access_token: { ...TEXT, format: 'password' },
    registration_client_uri: { type: 'string', format: 'uri' },
  },
};
const CLIENT_METADATA_BODY = {
  required: true,
  content: { 'application/json': { schema: CLIENT_METADATA } },
};
/** RFC 7592 §2.2: the id says which registration is meant, beside the path; the secret at most confirms the one in force. */
const CLIENT_UPDATE_BODY = {
  required: true,
  content: {
    'application/json': {
      schema: {
        ...CLIENT_METADATA,
        required: ['client_id', ...CLIENT_METADATA.required],
        properties: {
          client_id: { ...TEXT, description: 'The client’s own, as in the path' },
          client_secret: { ...TEXT, format: 'password', description: 'The one in force, or left out' },
          ...CLIENT_METADATA.properties,
        },
      },
    },
  },
};
const CLIENT_INFORMATION_ANSWER = { 'application/json': { schema: CLIENT_INFORMATION } };

const SERVER_INFORMATION = {
  type: 'object',
  required: ['name', 'version', 'issuer', 'endpoints'],
  properties: {
    name: TEXT,
    version: TEXT,
    issuer: { type: 'string', format: 'uri' },
    endpoints: { type: 'object', additionalProperties: { type: 'string', format: 'uri' } },
  },
};

const RECORDS_PAGE = {
  type: 'object',
  required: ['records', 'next_cursor'],
  properties: {
    records: { type: 'array', items: { type: 'object' }, description: 'Newest first' },
    next_cursor: { type: ['string', 'null'], description: 'Pass it as `cursor` for the next page' },
  },
};

const REVEALED = {
  type: 'object',
  required: ['revealed', 'unknown'],
  properties: {
    revealed: {
      type: 'array',
      items: {
        type: 'object',
        required: ['index', 'type', 'origin', 'value'],
        properties: { index: { type: 'integer' }, type: TEXT, origin: TEXT, value: TEXT },
      },
    },
    unknown: { type: 'array', items: { type: 'integer' }, description: 'Places in the request' },
  },
};

const HEALTH = {
  type: 'object',
  required: ['status'],
  properties: { status: TEXT, checks: { type: 'object', additionalProperties: TEXT } },
};

export const OPERATIONS: Readonly<Record<string, OperationText>> = {
  ...AUTHORIZATION_OPERATIONS,
  ...GATEWAY_OPERATIONS,
  ...PAGE_OPERATIONS,
  ...PRESIDIO_OPERATIONS,
  ServerInformationController_information: {
    summary: 'What this server is and where its doors are',
    answers: { 'application/json': { schema: SERVER_INFORMATION } },
  },
  HelloController_hello: {
    summary: 'A greeting for whoever has a token',
    parameters: [LANGUAGE],
    answers: { 'text/plain': { schema: TEXT } },
  },
  MetadataController_authorizationServer: {
    summary: 'Authorization server metadata (RFC 8414)',
    answers: JSON_OBJECT,
  },
  MetadataController_openidConfiguration: {
    summary: 'OpenID Connect discovery document',
    answers: JSON_OBJECT,
  },
  MetadataController_jwks: { summary: 'Public keys of the tokens (RFC 7517)', answers: JSON_OBJECT },
  MetadataController_protectedResource: {
    summary: 'Protected resource metadata (RFC 9728)',
    answers: JSON_OBJECT,
  },
  TokenController_token: {
    summary: 'Token endpoint (RFC 6749 §3.2)',
    description: 'Authenticate by HTTP Basic or by client_id and client_secret in the form, not by both.',
    requestBody: { required: true, content: { 'application/x-www-form-urlencoded': { schema: TOKEN_FORM } } },
    answers: { 'application/json': { schema: TOKEN_ANSWER } },
  },
  RegistrationController_register: {
    summary: 'Registers a client (RFC 7591)',
    description: 'With an initial access token as Bearer where the server asks for one.',
    requestBody: CLIENT_METADATA_BODY,
    responses: { 201: { description: 'The client as registered', content: CLIENT_INFORMATION_ANSWER } },
  },
  RegistrationController_read: {
    summary: 'A client’s registration, for the holder of its registration access token (RFC 7592)',
    answers: CLIENT_INFORMATION_ANSWER,
  },
  RegistrationController_update: {
    summary: 'Replaces a client’s registration (RFC 7592)',
    requestBody: CLIENT_UPDATE_BODY,
    answers: CLIENT_INFORMATION_ANSWER,
  },
  RegistrationController_delete: {
    summary: 'Removes a client with all it was granted (RFC 7592)',
    responses: { 204: { description: 'It is gone' } },
  },
  RevocationController_revoke: {
    summary: 'Token revocation (RFC 7009)',
    requestBody: {
      required: true,
      content: { 'application/x-www-form-urlencoded': { schema: ONE_TOKEN_FORM } },
    },
    answers: JSON_OBJECT,
  },
  IntrospectionController_introspect: {
    summary: 'Token introspection (RFC 7662, RFC 9701)',
    requestBody: {
      required: true,
      content: { 'application/x-www-form-urlencoded': { schema: ONE_TOKEN_FORM } },
    },
    answers: { ...JSON_OBJECT, 'application/token-introspection+jwt': { schema: TEXT } },
  },
  McpController_serve: {
    summary: 'MCP endpoint (Streamable HTTP)',
    description: 'POST takes JSON-RPC messages; GET and DELETE belong to the sessions of the 2025 revisions.',
    answers: { ...JSON_OBJECT, 'text/event-stream': { schema: TEXT } },
    methods: ['get', 'post', 'delete'],
  },
  RevealController_reveal: {
    summary: 'Encrypted values in clear, with a reason that is recorded',
    description:
      'At most 100 tokens. Those that are none of this deployment are listed as unknown; when all are, the answer is 422.',
    answers: { 'application/json': { schema: REVEALED } },
  },
  AuditRecordsController_list: {
    summary: 'Audit records, newest first',
    answers: { 'application/json': { schema: RECORDS_PAGE } },
  },
  AuditReportController_show: {
    summary: 'Security report of a period; the last 24 hours unless from and to say otherwise',
    parameters: [LANGUAGE],
    answers: { ...JSON_OBJECT, 'text/csv': { schema: TEXT }, 'text/html': { schema: TEXT } },
  },
  HealthController_live: {
    summary: 'Whether the process answers',
    answers: { 'application/json': { schema: HEALTH } },
  },
  HealthController_ready: {
    summary: 'Whether what the service depends on answers',
    answers: { 'application/json': { schema: HEALTH } },
    responses: {
      503: { description: 'It does not', content: { 'application/json': { schema: HEALTH } } },
    },
  },
  MetricsController_expose: {
    summary: 'Metrics as Prometheus text',
    answers: { 'text/plain': { schema: TEXT } },
  },
};
