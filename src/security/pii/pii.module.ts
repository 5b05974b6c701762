import { Global, Module } from '@nestjs/common';
import { PiiAnalyzer } from './analyzer.js';
import { Anonymizer } from './anonymizer.js';
import { PiiPolicyInterceptor } from './pii-policy.interceptor.js';
import { PolicyEnforcer } from './policies/policy-enforcer.js';

/** Detection of personal data and the policies that act on it. Needs the cipher and blind index of CryptoModule. */
@Global()
@Module({
  providers: [PiiAnalyzer, Anonymizer, PolicyEnforcer, PiiPolicyInterceptor],
  exports: [PiiAnalyzer, Anonymizer, PolicyEnforcer, PiiPolicyInterceptor],
})
export class PiiModule {}
