import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Configuration } from '../../config/index.js';
import { BlindIndex, EnvelopeCipher } from '../crypto/index.js';
import { PiiAnalyzer } from './analyzer.js';
import { Anonymizer } from './anonymizer.js';
import { PiiDetection } from './detection.js';
import { PiiPolicyInterceptor } from './pii-policy.interceptor.js';
import { OwnRecognizers } from './own/own-recognizers.js';
import { ActivePolicies } from './policies/active-policies.js';
import { PolicyEnforcer } from './policies/policy-enforcer.js';
import { PolicyOrigins } from './policies/policy-origins.js';
import { RecognizerMetrics } from './remote/recognizer-metrics.js';
import { RemoteRecognizers } from './remote/remote-recognizers.js';

/** Detection of personal data and the policies that act on it. Needs the cipher and blind index of CryptoModule. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    PiiAnalyzer,
    OwnRecognizers,
    RecognizerMetrics,
    RemoteRecognizers,
    PiiDetection,
    {
      provide: Anonymizer,
      inject: [EnvelopeCipher, BlindIndex, Configuration],
      useFactory: (cipher: EnvelopeCipher, blindIndex: BlindIndex, { tenantId }: Configuration) =>
        new Anonymizer(cipher, blindIndex, tenantId),
    },
    PolicyEnforcer,
    PolicyOrigins,
    ActivePolicies,
    PiiPolicyInterceptor,
  ],
  exports: [
    PiiAnalyzer,
    RemoteRecognizers,
    PiiDetection,
    Anonymizer,
    PolicyEnforcer,
    PolicyOrigins,
    ActivePolicies,
    PiiPolicyInterceptor,
  ],
})
export class PiiModule {}
