import type { AuthorizedIdentity, Configuration, HttpTransport } from '../../../config/index.js';

/** An upstream at which people have grants of their own. */
export interface PersonalUpstream {
  readonly name: string;
  readonly title: string;
  readonly transport: HttpTransport;
  readonly identity: AuthorizedIdentity;
}

/** Those that the file declares, in its order. */
export function personalUpstreams({ upstreams }: Pick<Configuration, 'upstreams'>): PersonalUpstream[] {
  return upstreams.flatMap(({ name, title, relay }) => {
    const transport = relay?.transport;
    if (transport?.kind !== 'http' || transport.identity.kind !== 'per_person') return [];
    return [{ name, title, transport, identity: transport.identity }];
  });
}
