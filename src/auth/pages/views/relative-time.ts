import { html, type Html } from '../../../common/html.js';
import type { Language } from '../../../common/preferred-language.js';

const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;
const JUST_NOW: Readonly<Record<Language, string>> = { ko: '방금', en: 'just now' };

/** `3일 전`: right in every time zone, and the server knows of none. */
export function relativeTime(time: Date, now: Date, language: Language): string {
  const seconds = Math.max(0, (now.getTime() - time.getTime()) / 1_000);
  const unit = UNITS.find(([, length]) => seconds >= length);
  if (unit === undefined) return JUST_NOW[language];
  return new Intl.RelativeTimeFormat(language).format(-Math.floor(seconds / unit[1]), unit[0]);
}

/** The same for people and programs. */
export function timeElement(time: Date, words: string): Html {
  return html`<time datetime="${time.toISOString()}">${words}</time>`;
}
