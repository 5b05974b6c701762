import { preferredLanguage, type Language } from '../../common/preferred-language.js';

/** What is known of the language a person reads. */
export interface LanguageHints {
  /** What they chose on a page of ours. */
  readonly chosen?: string | undefined;
  /** OpenID Connect Core 1.0 §3.1.2.1 `ui_locales`: tags in the order the client prefers. */
  readonly uiLocales?: string | readonly string[] | undefined;
  readonly acceptLanguage?: string | undefined;
}

/** The person's own choice, else the first of `ui_locales` we speak, else what the browser asks for, else Korean. */
export function pageLanguage({ chosen, uiLocales, acceptLanguage }: LanguageHints): Language {
  if (chosen === 'ko' || chosen === 'en') return chosen;
  const tags = typeof uiLocales === 'string' ? uiLocales.slice(0, 256).split(' ') : (uiLocales ?? []);
  const known = tags.map(primaryLanguage).find((language) => language === 'ko' || language === 'en');
  return known ?? preferredLanguage(acceptLanguage);
}

function primaryLanguage(tag: string): Language | undefined {
  const [language] = tag.toLowerCase().split('-');
  return language === 'ko' || language === 'en' ? language : undefined;
}
