import { CreateRevisions1763700000000 } from './1763700000000-create-revisions.js';
import { CreateAuditRecords1763700100000 } from './1763700100000-create-audit-records.js';
import { CreateClientsAndSigningKeys1763700200000 } from './1763700200000-create-clients-and-signing-keys.js';
import { CreateScopesApiKeysAndLimits1763700300000 } from './1763700300000-create-scopes-api-keys-and-limits.js';
import { CreateOperationsTables1763700400000 } from './1763700400000-create-operations-tables.js';
import { CreateKeyChecks1763700500000 } from './1763700500000-create-key-checks.js';
import { CreatePeopleAndTokenFamilies1763700600000 } from './1763700600000-create-people-and-token-families.js';
import { CreateLoginFailures1763700700000 } from './1763700700000-create-login-failures.js';
import { KeepAuthorizationRequests1763700720000 } from './1763700720000-keep-authorization-requests.js';
import { LookAfterTokens1763700730000 } from './1763700730000-look-after-tokens.js';
import { CreateClientRegistration1763700740000 } from './1763700740000-create-client-registration.js';
import { CreateIdentityProviderLogins1763700750000 } from './1763700750000-create-identity-provider-logins.js';
import { AddAnalysisScope1763700800000 } from './1763700800000-add-analysis-scope.js';
import { AddTheRevealScope1763700810000 } from './1763700810000-add-the-reveal-scope.js';
import { AddTheClearScope1763700820000 } from './1763700820000-add-the-clear-scope.js';
import { PinUpstreamTools1763700830000 } from './1763700830000-pin-upstream-tools.js';
import { KeepUpstreamGrants1763700840000 } from './1763700840000-keep-upstream-grants.js';
import { RememberConsentedResources1763700850000 } from './1763700850000-remember-consented-resources.js';
import { LetLoginTimesBeUnknown1763700860000 } from './1763700860000-let-login-times-be-unknown.js';

/** The schema's history, oldest first. A released migration is never edited. */
export const migrations = [
  CreateRevisions1763700000000,
  CreateAuditRecords1763700100000,
  CreateClientsAndSigningKeys1763700200000,
  CreateScopesApiKeysAndLimits1763700300000,
  CreateOperationsTables1763700400000,
  CreateKeyChecks1763700500000,
  CreatePeopleAndTokenFamilies1763700600000,
  CreateLoginFailures1763700700000,
  KeepAuthorizationRequests1763700720000,
  LookAfterTokens1763700730000,
  CreateClientRegistration1763700740000,
  CreateIdentityProviderLogins1763700750000,
  AddAnalysisScope1763700800000,
  AddTheRevealScope1763700810000,
  AddTheClearScope1763700820000,
  PinUpstreamTools1763700830000,
  KeepUpstreamGrants1763700840000,
  RememberConsentedResources1763700850000,
  LetLoginTimesBeUnknown1763700860000,
];
