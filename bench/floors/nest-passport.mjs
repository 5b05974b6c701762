/**
 * A protected route as Nest's documentation builds it: Fastify, `@nestjs/passport`, `passport-jwt`, and nothing else.
 * Decorators are applied by `Reflect.decorate`, because this file is run as it stands.
 */
import 'reflect-metadata';
import { createPublicKey } from 'node:crypto';
import { Controller, Get, Module, UseGuards } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuthGuard, PassportModule, PassportStrategy } from '@nestjs/passport';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { ExtractJwt, Strategy } from 'passport-jwt';

const { PORT, BENCH_PUBLIC_KEY, BENCH_KEY_FORM, BENCH_ISSUER, BENCH_AUDIENCE, BENCH_ALGORITHM } = process.env;

class JwtStrategy extends PassportStrategy(Strategy) {
  constructor() {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      // A PEM string, as documented, is parsed on every request; a KeyObject is the faster way few know.
      secretOrKey: BENCH_KEY_FORM === 'KeyObject' ? createPublicKey(BENCH_PUBLIC_KEY) : BENCH_PUBLIC_KEY,
      algorithms: [BENCH_ALGORITHM],
      issuer: BENCH_ISSUER,
      audience: BENCH_AUDIENCE,
    });
  }

  validate(claims) {
    return { subject: claims.sub, scopes: claims.scope.split(' ') };
  }
}

class HelloController {
  hello() {
    return 'Hello from the MCP OAuth2 demo!';
  }
}

class AppModule {}

const hello = Object.getOwnPropertyDescriptor(HelloController.prototype, 'hello');
Reflect.decorate([Get('hello'), UseGuards(AuthGuard('jwt'))], HelloController.prototype, 'hello', hello);
Reflect.decorate([Controller()], HelloController);
Reflect.decorate(
  [Module({ imports: [PassportModule], controllers: [HelloController], providers: [JwtStrategy] })],
  AppModule,
);

const app = await NestFactory.create(AppModule, new FastifyAdapter(), { logger: false });
await app.listen(Number(PORT), '127.0.0.1');
