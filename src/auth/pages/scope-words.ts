import { Injectable } from '@nestjs/common';
import type { Language } from '../../common/preferred-language.js';
import { isIdentityScope } from '../scopes/identity-scopes.js';
import { ScopeAuthority } from '../scopes/scope-authority.js';
import { PAGE_TEXTS } from './texts/catalogue.js';

/** Says in a person's language what a scope allows. */
@Injectable()
export class ScopeWords {
  constructor(private readonly authority: ScopeAuthority) {}

  /** Its description; the name itself for a scope that is not in the catalogue any more. */
  describe(scope: string, language: Language): string {
    if (isIdentityScope(scope)) return PAGE_TEXTS[language].consent.identityScopes[scope];
    const definition = this.authority.definitions().find(({ name }) => name === scope);
    if (definition === undefined) return scope;
    return language === 'ko' ? definition.descriptionKo : definition.descriptionEn;
  }
}
