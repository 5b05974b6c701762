import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  NotFoundException,
  Param,
  Post,
  Put,
  Req,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../common/public.decorator.js';
import { Configuration } from '../../config/index.js';
import { REGISTRATION_PATHS } from '../oauth-endpoints.js';
import type { ClientInformation } from './dynamic-registration.js';
import { RegistrationEndpoint, type RegistrationRequest } from './registration-endpoint.js';

const CLIENT_PATHS = REGISTRATION_PATHS.map((path) => `${path}/:client_id`);

/** Client registration (RFC 7591 §3, RFC 7592 §2). Public: what it takes is looked at behind the door. */
@Controller()
@Public()
export class RegistrationController {
  constructor(
    private readonly endpoint: RegistrationEndpoint,
    private readonly configuration: Configuration,
  ) {}

  @Post([...REGISTRATION_PATHS])
  @HttpCode(201)
  @Header('Cache-Control', 'no-store')
  @Header('Pragma', 'no-cache')
  register(@Req() request: FastifyRequest, @Body() document: unknown): Promise<ClientInformation> {
    return this.endpoint.register(this.requestOf(request), document);
  }

  @Get(CLIENT_PATHS)
  @Header('Cache-Control', 'no-store')
  read(@Req() request: FastifyRequest, @Param('client_id') clientId: string): Promise<ClientInformation> {
    return this.endpoint.read(this.requestOf(request), clientId);
  }

  @Put(CLIENT_PATHS)
  @Header('Cache-Control', 'no-store')
  update(
    @Req() request: FastifyRequest,
    @Param('client_id') clientId: string,
    @Body() document: unknown,
  ): Promise<ClientInformation> {
    return this.endpoint.update(this.requestOf(request), clientId, document);
  }

  @Delete(CLIENT_PATHS)
  @HttpCode(204)
  @Header('Cache-Control', 'no-store')
  delete(@Req() request: FastifyRequest, @Param('client_id') clientId: string): Promise<void> {
    return this.endpoint.delete(this.requestOf(request), clientId);
  }

  /** Where registration is switched off there is nothing. */
  private requestOf({ headers, ip }: FastifyRequest): RegistrationRequest {
    if (this.configuration.registration.mode === 'off') throw new NotFoundException();
    return { authorization: headers.authorization, address: ip };
  }
}
