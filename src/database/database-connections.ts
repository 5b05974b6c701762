import { Injectable } from '@nestjs/common';
import pg from 'pg';
import { Configuration } from '../config/index.js';
import { connectionOptions } from './connection-options.js';
import { DatabaseServer } from './database-server.js';

/** Connections outside of the request pool, for work that must never wait for a request's transaction. */
@Injectable()
export class DatabaseConnections {
  constructor(
    private readonly server: DatabaseServer,
    private readonly configuration: Configuration,
  ) {}

  /**
   * Opens a connection of one's own; the caller ends it and listens to its `error` event.
   *
   * @param purpose shown as application name on the server.
   */
  async open(purpose: string): Promise<pg.Client> {
    const address = await this.server.ready();
    const client = new pg.Client(connectionOptions(address, this.configuration.database, purpose));
    // The connection may end in the packet that it begins with, before the caller can listen: an event that nobody hears
    // would end the process. What is asked of it next fails.
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
  }
}
