import type { Language } from '../../../common/preferred-language.js';

/** `12,345.7` */
export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);
}

/** A share between 0 and 1 as `12.3%`; one that is not quite all never reads as 100 %. */
export function formatShare(share: number, language: Language): string {
  const shown = share > 0.999 && share < 1 ? 0.999 : share;
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(shown);
}
