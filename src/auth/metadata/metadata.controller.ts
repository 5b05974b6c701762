import { Controller, Get, NotFoundException, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../common/public.decorator.js';
import { Configuration } from '../../config/index.js';
import { SigningKeys } from '../keys/signing-keys.js';
import { AuthorizationServerMetadata } from './authorization-server-metadata.js';
import { sendDocument } from './cached-document.js';
import { ProtectedResourceMetadata } from './protected-resource-metadata.js';

/** Seconds; a change of the scopes or of the configuration is seen after that. */
const METADATA_MAX_AGE_SECONDS = 300;

/** Discovery: RFC 8414, OpenID Connect Discovery, RFC 7517 and RFC 9728. */
@Controller('.well-known')
@Public()
export class MetadataController {
  /** `/gate` when the issuer is `https://example.com/gate`; then clients put it behind the well-known part (RFC 8414 §3.1). */
  private readonly issuerPath: string;
  /** Seconds. */
  private readonly jwksMaxAge: number;

  constructor(
    private readonly metadata: AuthorizationServerMetadata,
    private readonly resources: ProtectedResourceMetadata,
    private readonly keys: SigningKeys,
    configuration: Configuration,
  ) {
    this.jwksMaxAge = configuration.signingKeys.jwksMaxAge;
    this.issuerPath = new URL(configuration.server.publicUrl).pathname.replace(/\/$/, '');
  }

  @Get(['oauth-authorization-server', 'oauth-authorization-server/*'])
  authorizationServer(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    this.refuseForeignIssuer(request, '/.well-known/oauth-authorization-server');
    sendDocument(request, reply, this.metadata.authorizationServer(), METADATA_MAX_AGE_SECONDS);
  }

  @Get(['openid-configuration', 'openid-configuration/*'])
  openidConfiguration(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    this.refuseForeignIssuer(request, '/.well-known/openid-configuration');
    sendDocument(request, reply, this.metadata.openidConfiguration(), METADATA_MAX_AGE_SECONDS);
  }

  @Get('jwks.json')
  jwks(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    sendDocument(request, reply, this.keys.jwks(), this.jwksMaxAge);
  }

  @Get(['oauth-protected-resource', 'oauth-protected-resource/*'])
  protectedResource(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const path = pathOf(request);
    // Behind a proxy that takes the issuer's path off, the bare form still means the public URL.
    const document =
      this.resources.at(path) ??
      (path.endsWith('/oauth-protected-resource') ? this.resources.ofPublicUrl() : undefined);
    if (document === undefined) throw new NotFoundException();
    sendDocument(request, reply, document, METADATA_MAX_AGE_SECONDS);
  }

  private refuseForeignIssuer(request: FastifyRequest, wellKnown: string): void {
    const suffix = pathOf(request).slice(wellKnown.length);
    if (suffix !== '' && suffix !== this.issuerPath) throw new NotFoundException();
  }
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? '';
}
