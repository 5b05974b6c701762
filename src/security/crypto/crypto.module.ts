import { Global, Module } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { Configuration } from '../../config/index.js';
import { BlindIndex } from './blind-index.js';
import { BoundTokens } from './bound-token.js';
import { EncryptionReadiness } from './encryption-readiness.js';
import { EnvelopeCipher } from './envelope-cipher.js';
import { FernetCodec } from './fernet/fernet-codec.js';
import { fernetKeysOf } from './fernet/fernet-keys.js';
import { FieldCipher } from './field-cipher.js';
import { KeyCheckRepository } from './keys/key-check.repository.js';
import { KeyRing } from './keys/key-ring.js';
import { openKeyRing } from './keys/open-key-ring.js';

@Global()
@Module({
  providers: [
    KeyCheckRepository,
    EncryptionReadiness,
    { provide: KeyRing, inject: [Configuration, Clock, KeyCheckRepository], useFactory: openKeyRing },
    {
      provide: EnvelopeCipher,
      inject: [KeyRing, Configuration],
      useFactory: (keyRing: KeyRing, { encryption }: Configuration) =>
        new EnvelopeCipher(keyRing, encryption.algorithm),
    },
    {
      provide: FernetCodec,
      inject: [KeyRing, Configuration, Clock],
      useFactory: (keyRing: KeyRing, { encryption }: Configuration, clock: Clock) =>
        new FernetCodec(fernetKeysOf(encryption.fernetKeys, keyRing), clock),
    },
    { provide: BlindIndex, inject: [KeyRing], useFactory: (keyRing: KeyRing) => new BlindIndex(keyRing) },
    { provide: BoundTokens, inject: [KeyRing], useFactory: (keyRing: KeyRing) => new BoundTokens(keyRing) },
    {
      provide: FieldCipher,
      inject: [EnvelopeCipher],
      useFactory: (cipher: EnvelopeCipher) => new FieldCipher(cipher),
    },
  ],
  exports: [KeyRing, EnvelopeCipher, FernetCodec, BlindIndex, BoundTokens, FieldCipher],
})
export class CryptoModule {}
