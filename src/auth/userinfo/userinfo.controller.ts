import { Controller, Get, Header, HttpCode, Post } from '@nestjs/common';
import type { Principal } from '../../common/principal.js';
import { Scopes } from '../../common/scopes.decorator.js';
import { CurrentPrincipal } from '../guards/current-principal.decorator.js';
import { USERINFO_PATH } from '../oauth-endpoints.js';
import { UserInfo, type UserInfoClaims } from './userinfo.js';

/** OpenID Connect Core 1.0 §5.3: by GET and by POST, the token in the Authorization header and nowhere else. */
@Controller()
@Scopes('openid')
export class UserInfoController {
  constructor(private readonly userInfo: UserInfo) {}

  @Get(USERINFO_PATH)
  @Header('Cache-Control', 'no-store')
  get(@CurrentPrincipal() principal: Principal): Promise<UserInfoClaims> {
    return this.userInfo.of(principal);
  }

  @Post(USERINFO_PATH)
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  post(@CurrentPrincipal() principal: Principal): Promise<UserInfoClaims> {
    return this.userInfo.of(principal);
  }
}
