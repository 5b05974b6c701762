export { Connector, TlsConnector, type PinnedAddress } from './connector.js';
export type { FetchedResponse } from './exchange.js';
export { FetchModule } from './fetch.module.js';
export { FetchRefusedError, type FetchRefusal } from './fetch-refused-error.js';
export type { FetchOptions } from './fetch-options.js';
export { freshnessOf, type FreshnessBounds } from './freshness.js';
export { GuardedFetcher } from './guarded-fetcher.js';
export { NameResolver, SystemNameResolver } from './name-resolver.js';
export { isPublicAddress } from './public-address.js';
