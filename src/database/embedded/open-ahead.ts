import { EmbeddedDatabase } from './embedded-database.js';

/** A database that is being opened before anybody can be told how it ended. */
class Opening {
  readonly database: Promise<EmbeddedDatabase>;
  private exit: Error | undefined;
  private onExit: ((error: Error) => void) | undefined;

  constructor(readonly dataDir: string) {
    this.database = EmbeddedDatabase.open(dataDir, (error) => this.ended(error));
    // Whoever takes it meets the error.
    this.database.catch(() => undefined);
  }

  take(onExit: (error: Error) => void): Promise<EmbeddedDatabase> {
    this.onExit = onExit;
    if (this.exit !== undefined) onExit(this.exit);
    return this.database;
  }

  private ended(error: Error): void {
    this.exit = error;
    this.onExit?.(error);
  }
}

let ahead: Opening | undefined;

/** Starts to open the database below `dataDir`: it takes as long as loading the service's modules, which goes on meanwhile. */
export function openAhead(dataDir: string): void {
  ahead = new Opening(dataDir);
}

/**
 * The database below `dataDir`, if it was opened ahead that one.
 *
 * @param onExit called when the database dies by itself.
 * @throws DataFolderInUseError when another process has it open.
 */
export function openEmbedded(dataDir: string, onExit: (error: Error) => void): Promise<EmbeddedDatabase> {
  const opening = ahead;
  ahead = undefined;
  return opening?.dataDir === dataDir ? opening.take(onExit) : EmbeddedDatabase.open(dataDir, onExit);
}
