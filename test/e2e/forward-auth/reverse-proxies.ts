import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChildServer, type ChildServer } from '../../support/child-server.js';

const TEMPLATES = 'deploy/forward-auth';

/** Where the parties of a test really are. */
export interface Places {
  readonly proxyPort: number;
  readonly gatehousePort: number;
  readonly serverPort: number;
  /** Name of the server in UPSTREAMS_FILE. */
  readonly upstream: string;
}

/** A proxy of Debian, set up by the very file that this project hands out. */
export interface ReverseProxy {
  readonly name: 'nginx' | 'caddy' | 'haproxy';
  readonly program: string;
  /** Whether it sends the body along. */
  readonly sendsBody: boolean;
  start(places: Places): Promise<ChildServer>;
}

export const REVERSE_PROXIES: readonly ReverseProxy[] = [
  { name: 'nginx', program: '/usr/sbin/nginx', sendsBody: false, start: startNginx },
  { name: 'caddy', program: '/usr/bin/caddy', sendsBody: false, start: startCaddy },
  { name: 'haproxy', program: '/usr/sbin/haproxy', sendsBody: true, start: startHaproxy },
];

function startNginx(places: Places): Promise<ChildServer> {
  const folder = newFolder();
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${folder}/${kind};`)
    .join('\n');
  const file = join(folder, 'nginx.conf');
  writeFileSync(
    file,
    `daemon off;
pid ${folder}/nginx.pid;
error_log stderr;
events {}
http {
access_log off;
${temporary}
${filled('nginx.conf', places)}
}
`,
  );
  return startChildServer(['/usr/sbin/nginx', '-c', file, '-p', folder], places.proxyPort);
}

function startCaddy(places: Places): Promise<ChildServer> {
  const folder = newFolder();
  const file = join(folder, 'Caddyfile');
  writeFileSync(file, `{\nadmin off\n}\n${filled('Caddyfile', places)}`);
  const command = ['/usr/bin/caddy', 'run', '--config', file, '--adapter', 'caddyfile'] as const;
  return startChildServer([...command], places.proxyPort, { HOME: folder });
}

function startHaproxy(places: Places): Promise<ChildServer> {
  const folder = newFolder();
  const lua = join(folder, 'gatehouse.lua');
  writeFileSync(lua, readFileSync(join(TEMPLATES, 'gatehouse.lua')));
  const file = join(folder, 'haproxy.cfg');
  writeFileSync(file, filled('haproxy.cfg', places).replace('/etc/haproxy/gatehouse.lua', lua));
  return startChildServer(['/usr/sbin/haproxy', '-db', '-f', file], places.proxyPort);
}

/** The file with this test's addresses in place of those of its example. */
function filled(file: string, { proxyPort, gatehousePort, serverPort, upstream }: Places): string {
  return readFileSync(join(TEMPLATES, file), 'utf8')
    .replaceAll('gatehouse:8081', `127.0.0.1:${gatehousePort}`)
    .replaceAll('mcp-server:3000', `127.0.0.1:${serverPort}`)
    .replace(/crm\.example\.com(:8080)?/g, (_all, port: string | undefined) =>
      port === undefined ? 'localhost' : `localhost:${proxyPort}`,
    )
    .replace(/(listen |bind :)8080/, `$1${proxyPort}`)
    .replace(/(\/forward-auth\/|resource\/mcp\/|:\d+ )crm\b/g, `$1${upstream}`);
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-proxy-'));
  chmodSync(folder, 0o755);
  return folder;
}
