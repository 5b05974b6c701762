import { Module } from '@nestjs/common';
import { CryptoModule } from './crypto/index.js';
import { FetchModule } from './fetch/index.js';
import { PiiModule } from './pii/index.js';

/** Encryption of what is kept, the guard over what is fetched, and the guard over personal data. */
@Module({ imports: [CryptoModule, FetchModule, PiiModule], exports: [CryptoModule, FetchModule, PiiModule] })
export class SecurityModule {}
