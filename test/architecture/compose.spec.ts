import { Ajv } from 'ajv';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { environmentSchema } from '../../src/config/index.js';

interface ComposeService {
  readonly environment: Record<string, string>;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly user?: string;
  readonly healthcheck?: object;
  readonly ports?: readonly string[];
}

const SECRET_NAME = /PASSWORD|KEY|SECRET|TOKEN|AUTH|_URL$/;
const compose = parse(readFileSync('docker-compose.yml', 'utf8')) as {
  services: Record<string, ComposeService>;
};
const services = Object.entries(compose.services);

describe('docker-compose.yml', () => {
  it('is what the Compose Specification allows', () => {
    const validate = composeValidator();
    expect({ valid: validate(compose), errors: validate.errors }).toEqual({ valid: true, errors: null });
  });

  it('the validator refuses a misspelt member', () => {
    const validate = composeValidator();
    expect(validate({ services: { gatehouse: { image: 'gatehouse', enviroment: {} } } })).toBe(false);
  });

  it.each(services)('%s runs with as few rights as it can', (_name, service) => {
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      healthcheck: expect.any(Object) as object,
    });
  });

  it.each(services)(
    '%s takes every secret from the environment and refuses to start without it',
    (_name, service) => {
      const secrets = Object.entries(service.environment).filter(([name]) => SECRET_NAME.test(name));
      expect(secrets.length).toBeGreaterThan(0);
      for (const [, value] of secrets) expect(value).toMatch(/\$\{[A-Z_]+:\?[^}]+\}/);
    },
  );

  it('sets only variables that the service reads, and starts it in production mode', () => {
    const { environment } = compose.services['gatehouse']!;
    expect(Object.keys(environment).filter((name) => !(name in environmentSchema.shape))).toEqual([]);
    expect(environment['NODE_ENV']).toBe('production');
  });

  it('publishes nothing beyond loopback', () => {
    const published = services.flatMap(([, { ports = [] }]) => ports);
    expect(published.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  });

  it('serves requests with another database login than the one that owns the schema', () => {
    const { environment } = compose.services['gatehouse']!;
    expect(loginOf(environment['DATABASE_URL'])).toBe('gatehouse_runtime');
    expect(loginOf(environment['DATABASE_MIGRATION_URL'])).toBe('gatehouse_owner');
  });
});

/** The schema names its dialect by an https address that ajv does not know, and formats of its own. */
function composeValidator() {
  const { $schema: _dialect, ...schema } = JSON.parse(
    readFileSync('test/fixtures/compose-spec.json', 'utf8'),
  ) as Record<string, unknown>;
  return new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
}

function loginOf(databaseUrl: string | undefined): string | undefined {
  return /^postgres:\/\/([^:]+):/.exec(databaseUrl ?? '')?.[1];
}
