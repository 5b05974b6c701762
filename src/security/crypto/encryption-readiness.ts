import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Readiness } from '../../common/readiness.js';
import { EnvelopeCipher } from './envelope-cipher.js';

const PROBE_CONTEXT = 'readiness';

/** Tells `/health/ready` whether what is asked to be encrypted can be encrypted and read again. */
@Injectable()
export class EncryptionReadiness implements OnModuleInit {
  constructor(
    private readonly readiness: Readiness,
    private readonly cipher: EnvelopeCipher,
  ) {}

  onModuleInit(): void {
    this.readiness.register('encryption', () => this.probe());
  }

  private probe(): string | undefined {
    try {
      const opened = this.cipher.decrypt(this.cipher.encrypt(PROBE_CONTEXT, PROBE_CONTEXT), PROBE_CONTEXT);
      return opened === PROBE_CONTEXT ? undefined : 'the active key does not work';
    } catch {
      return 'the active key does not work';
    }
  }
}
