/** What a client takes from `WWW-Authenticate`. */
export interface Challenge {
  readonly resourceMetadataUrl: string | undefined;
  readonly scope: string | undefined;
  readonly error: string | undefined;
}

/** The Bearer challenge, read as the official clients read it; undefined when there is none. */
export function bearerChallengeOf(headers: ReadonlyMap<string, string>): Challenge | undefined {
  const header = headers.get('www-authenticate');
  // They look at the first challenge only.
  if (header === undefined || !/^bearer \S/i.test(header)) return undefined;
  const url = field(header, 'resource_metadata');
  return {
    resourceMetadataUrl: url !== undefined && URL.canParse(url) ? url : undefined,
    scope: field(header, 'scope'),
    error: field(header, 'error'),
  };
}

function field(header: string, name: string): string | undefined {
  const [, inQuotes, bare] = new RegExp(`(?:^|[\\s,])${name}=(?:"([^"]*)"|([^\\s,]+))`).exec(header) ?? [];
  return inQuotes ?? bare;
}
