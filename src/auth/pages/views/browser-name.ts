/** Tokens of User-Agent headers, the telling ones first: most browsers claim to be Chrome or Safari as well. */
const BROWSERS: ReadonlyArray<readonly [RegExp, string]> = [
  [/\bWhale\//, 'Whale'],
  [/KAKAOTALK/, 'KakaoTalk'],
  [/\bNAVER\(/, 'NAVER'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/\bEdg(A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const SYSTEMS: ReadonlyArray<readonly [RegExp, string]> = [
  [/\bWindows\b/, 'Windows'],
  [/\bAndroid\b/, 'Android'],
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

/** `Chrome · Windows`, for a person to recognise their own browser; undefined when nothing is recognised. */
export function browserName(userAgent: string): string | undefined {
  const parts = [first(BROWSERS, userAgent), first(SYSTEMS, userAgent)].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(' · ');
}

function first(table: ReadonlyArray<readonly [RegExp, string]>, userAgent: string): string | undefined {
  return table.find(([pattern]) => pattern.test(userAgent))?.[1];
}
