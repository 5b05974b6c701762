import { Injectable } from '@nestjs/common';
import { Counter, Gauge } from 'prom-client';
import { Metrics } from '../../observability/index.js';

/** How the policies on personal data are doing. */
@Injectable()
export class PolicyMetrics {
  readonly reloads: Counter<'result'>;
  readonly stale: Gauge;
  readonly selfTests: Counter<'result'>;
  readonly leaks: Gauge;
  private readonly info: Gauge<'version'>;

  constructor({ registry }: Metrics) {
    const registers = [registry];
    this.reloads = new Counter({
      name: 'gatehouse_pii_policy_reloads_total',
      help: 'Times the policy file was read again, by result',
      labelNames: ['result'],
      registers,
    });
    this.stale = new Gauge({
      name: 'gatehouse_pii_policy_stale',
      help: '1 while an older version of the policy file is in force because the newer one is not usable',
      registers,
    });
    this.info = new Gauge({
      name: 'gatehouse_pii_policy_info',
      help: 'Version of the policy file in force; none without one',
      labelNames: ['version'],
      registers,
    });
    this.selfTests = new Counter({
      name: 'gatehouse_pii_self_tests_total',
      help: 'Times known values were sent through every policy, by result',
      labelNames: ['result'],
      registers,
    });
    this.leaks = new Gauge({
      name: 'gatehouse_pii_self_test_leaks',
      help: 'Values that came out where a policy holds them back, in the newest self-test',
      registers,
    });
  }

  inForce(version: string): void {
    this.info.reset();
    this.info.set({ version }, 1);
  }
}
