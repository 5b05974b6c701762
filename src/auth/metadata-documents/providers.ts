import { DocumentFetches } from './document-fetches.js';
import { MetadataDocumentClients } from './metadata-document-clients.js';

/** What resolves clients by their metadata documents. */
export const METADATA_DOCUMENT_PROVIDERS = [DocumentFetches, MetadataDocumentClients];
