import { Controller, Get, Header, Headers } from '@nestjs/common';
import { preferredLanguage } from '../common/preferred-language.js';
import { Scopes } from '../common/scopes.decorator.js';

const GREETING = { ko: 'MCP OAuth2 데모에서 안녕하세요!', en: 'Hello from the MCP OAuth2 demo!' } as const;

/** The smallest protected route: what a caller with a token sees, and one without does not. */
@Controller('hello')
@Scopes('mcp.access')
export class HelloController {
  @Get()
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @Header('Vary', 'Origin, Accept-Language')
  hello(@Headers('accept-language') acceptLanguage: string | undefined): string {
    return GREETING[preferredLanguage(acceptLanguage)];
  }
}
