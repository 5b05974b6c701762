import { Module } from '@nestjs/common';
import { CryptoModule } from './crypto/index.js';
import { PiiModule } from './pii/index.js';

/** Encryption of what is kept, and the guard over personal data. */
@Module({ imports: [CryptoModule, PiiModule], exports: [CryptoModule, PiiModule] })
export class SecurityModule {}
