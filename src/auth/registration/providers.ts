import { ClientQuota } from './client-quota.js';
import { DynamicRegistration } from './dynamic-registration.js';
import { IdleClients } from './idle-clients.js';
import { RegistrationEndpoint } from './registration-endpoint.js';
import { RegistrationTokenRows } from './registration-tokens.repository.js';
import { RegistrationTokens } from './registration-tokens.js';
import { RegistrationController } from './registration.controller.js';
import { SelfRegisteredClients } from './self-registered-clients.repository.js';

/** What client registration is made of. */
export const REGISTRATION_PROVIDERS = [
  ClientQuota,
  DynamicRegistration,
  IdleClients,
  RegistrationEndpoint,
  RegistrationTokenRows,
  RegistrationTokens,
  SelfRegisteredClients,
];

export const REGISTRATION_CONTROLLERS = [RegistrationController];
