import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isMap, isSeq, parseDocument, type Document, type ToStringOptions, type YAMLSeq } from 'yaml';
import { ConfigurationError, readConfiguration } from '../load-configuration.js';

const EMPTY = 'upstreams: []\n';
/** What a file says may be nobody else's business; one that exists keeps its mode. */
const OWNER_ONLY = 0o600;

/** Members of a server as they are written. */
export type WrittenUpstream = Readonly<Record<string, unknown>> & { readonly name: string };

/**
 * UPSTREAMS_FILE as commands write it. A change is checked as a start would before it takes the place of the file, which
 * readers see whole, old or new. Comments of YAML stay.
 */
export class UpstreamsFile {
  private constructor(
    readonly path: string,
    private readonly environment: NodeJS.ProcessEnv,
  ) {}

  /** @throws ConfigurationError when the variable is not set. */
  static ofEnvironment(environment: NodeJS.ProcessEnv): UpstreamsFile {
    const { UPSTREAMS_FILE: path = '' } = environment;
    if (path === '')
      throw new ConfigurationError([
        'UPSTREAMS_FILE: must name the YAML or JSON file that lists the servers',
      ]);
    return new UpstreamsFile(path, environment);
  }

  /** Begins the file where there is none. */
  create(): void {
    if (existsSync(this.path)) return;
    const text = isJson(this.path, '') ? '{ "upstreams": [] }\n' : EMPTY;
    writeFileSync(this.path, text, { mode: OWNER_ONLY, flag: 'wx' });
  }

  /**
   * @param accept what has to succeed before the change is there to be seen.
   * @throws ConfigurationError naming each mistake by its line; the file is as before.
   */
  async add(upstream: WrittenUpstream, accept: () => Promise<void>): Promise<void> {
    const text = readFileSync(this.path, 'utf8');
    await this.replace(
      isJson(this.path, text) ? addToJson(text, upstream) : addToYaml(text, upstream),
      accept,
    );
  }

  /**
   * @returns whether it was there.
   * @throws ConfigurationError, as `add`.
   */
  async remove(name: string, accept: () => Promise<void>): Promise<boolean> {
    const text = readFileSync(this.path, 'utf8');
    const rest = isJson(this.path, text) ? removeFromJson(text, name) : removeFromYaml(text, name);
    if (rest === undefined) return false;
    await this.replace(rest, accept);
    return true;
  }

  private async replace(text: string, accept: () => Promise<void>): Promise<void> {
    const next = join(dirname(this.path), `.${basename(this.path)}.${process.pid}`);
    try {
      writeFileSync(next, text, { mode: statSync(this.path).mode & 0o777, flag: 'wx' });
      await this.check(next);
      await accept();
      renameSync(next, this.path);
    } finally {
      rmSync(next, { force: true });
    }
  }

  private async check(next: string): Promise<void> {
    try {
      await readConfiguration({ ...this.environment, UPSTREAMS_FILE: next });
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      throw new ConfigurationError(error.mistakes.map((mistake) => mistake.replaceAll(next, this.path)));
    }
  }
}

/** YAML takes JSON too, but would write further members in its own way. */
function isJson(path: string, text: string): boolean {
  return path.endsWith('.json') || text.trimStart().startsWith('{');
}

interface Listing {
  readonly upstreams: readonly Partial<WrittenUpstream>[];
}

function addToJson(text: string, upstream: WrittenUpstream): string {
  const listing = JSON.parse(text) as Listing;
  return json({ ...listing, upstreams: [...listing.upstreams, upstream] });
}

function removeFromJson(text: string, name: string): string | undefined {
  const listing = JSON.parse(text) as Listing;
  const rest = listing.upstreams.filter((upstream) => upstream.name !== name);
  return rest.length === listing.upstreams.length ? undefined : json({ ...listing, upstreams: rest });
}

function json(listing: Listing): string {
  return `${JSON.stringify(listing, undefined, 2)}\n`;
}

function addToYaml(text: string, upstream: WrittenUpstream): string {
  const document = parseDocument(text);
  const list = listOf(document);
  if (list.items.length === 0) list.flow = false;
  list.add(document.createNode(upstream));
  return document.toString(layoutOf(text));
}

function removeFromYaml(text: string, name: string): string | undefined {
  const document = parseDocument(text);
  const list = listOf(document);
  const index = list.items.findIndex((item) => isMap(item) && item.get('name') === name);
  if (index < 0) return undefined;
  list.delete(index);
  return document.toString(layoutOf(text));
}

/** As whoever wrote it lays out lists, so that a change shows as nothing but itself. */
function layoutOf(text: string): ToStringOptions {
  return { lineWidth: 0, flowCollectionPadding: /[[{] /.test(text), indentSeq: !/^-/m.test(text) };
}

/** The file was read by the start of the command: it has the list. */
function listOf(document: Document): YAMLSeq {
  const list = document.get('upstreams');
  if (!isSeq(list)) throw new Error('UPSTREAMS_FILE has no list of upstreams');
  return list;
}
