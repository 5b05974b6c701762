export { APPEND_ONLY_TABLES } from './append-only-tables.js';
export { ChangeCache } from './change-cache.js';
export { CHANGE_TOPICS, ChangeFeed, type ChangeTopic } from './change-feed.js';
export { DatabaseConnections } from './database-connections.js';
export { DatabaseModule } from './database.module.js';
export { DatabaseServer, type EmbeddedMode } from './database-server.js';
export { isDatabaseUnavailable } from './database-errors.js';
export { DataFolderInUseError } from './embedded/data-folder-lock.js';
export { Transactions, type Transaction } from './transactions.js';
