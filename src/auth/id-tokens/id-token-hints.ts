import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { z } from 'zod';
import { Configuration } from '../../config/index.js';
import { SigningKeys } from '../keys/signing-keys.js';
import { ID_TOKEN_TYPE } from './id-tokens.js';

/** What an ID token of ours says, however long ago. */
export interface IdTokenHint {
  readonly userId: string;
  readonly clientId: string;
  readonly sessionId: string | undefined;
}

const MAXIMUM_KID_LENGTH = 128;
const headerSchema = z.object({ typ: z.literal(ID_TOKEN_TYPE), kid: z.string().max(MAXIMUM_KID_LENGTH) });
const claimsSchema = z.object({ sub: z.string(), aud: z.string(), sid: z.string().optional() });

/** Reads `id_token_hint`: tokens that this server signed, expired ones included (RP-Initiated Logout 1.0 §2). */
@Injectable()
export class IdTokenHints {
  private readonly jwt = new JwtService();

  constructor(
    private readonly keys: SigningKeys,
    private readonly configuration: Configuration,
  ) {}

  /** Undefined when it is no ID token of this server, or its key is gone. */
  async read(token: string): Promise<IdTokenHint | undefined> {
    const header = headerSchema.safeParse(headerOf(token));
    if (!header.success) return undefined;
    const key = await this.keys.findVerificationKey(header.data.kid);
    if (key === undefined) return undefined;
    const claims = claimsSchema.safeParse(
      await this.jwt
        .verifyAsync<object>(token, {
          // Typed for PEM text; the library below takes KeyObjects.
          secret: key.key as unknown as Buffer,
          algorithms: [key.algorithm],
          issuer: this.configuration.server.issuer,
          ignoreExpiration: true,
        })
        .catch(() => undefined),
    );
    if (!claims.success) return undefined;
    const { sub: userId, aud: clientId, sid: sessionId } = claims.data;
    return { userId, clientId, sessionId };
  }
}

function headerOf(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token.split('.', 1)[0] ?? '', 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
