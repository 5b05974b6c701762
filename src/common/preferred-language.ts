export type Language = 'ko' | 'en';

/** Korean unless the caller prefers English (RFC 9110 §12.5.4, by quality, then order). */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  const ranges = (acceptLanguage ?? '').slice(0, 256).toLowerCase().split(',').map(parseRange);
  const best = ranges
    .filter(({ language, quality }) => quality > 0 && (language === 'ko' || language === 'en'))
    .sort((one, other) => other.quality - one.quality)[0];
  return best?.language === 'en' ? 'en' : 'ko';
}

function parseRange(range: string): { language: string; quality: number } {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim());
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  const quality = weight === undefined ? 1 : Number(weight.slice(2));
  return { language: tag.split('-')[0] ?? '', quality: Number.isFinite(quality) ? quality : 0 };
}
