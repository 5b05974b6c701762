/**
 * Answers with codes or refresh tokens of a person that a running Gatehouse takes. They are written as rows: through
 * login and consent a round's worth would take minutes. Run by seed-process.mjs.
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PKCE, REDIRECT_URI } from '../contestants/floors.mjs';

const [build, publicUrl] = process.argv.slice(2);
const load = (path) => import(pathToFileURL(join(build, path)).href);
const { withServices } = await load('admin/cli/with-services.js');
const { ClientAdministration, UserAdministration } = await load('auth/index.js');
const { Transactions } = await load('database/index.js');

const INSERT_FAMILIES = `
  INSERT INTO token_families (id, user_id, client_id, scopes, audience, authenticated_at, expires_at)
  SELECT id, $2, $3, '{mcp.access}', ARRAY[$4], now(), now() + interval '1 day' FROM unnest($1::uuid[]) AS id`;
const INSERT_CODES = `
  INSERT INTO authorization_codes (digest, family_id, redirect_uri, redirect_uri_sent, code_challenge, expires_at)
  SELECT digest, family, '${REDIRECT_URI}', true, '${PKCE.challenge}', now() + interval '10 minutes'
  FROM unnest($1::text[], $2::uuid[]) AS seed (digest, family)`;
const INSERT_TOKENS = `
  INSERT INTO refresh_tokens (digest, family_id, generation, expires_at)
  SELECT digest, family, 1, now() + interval '1 day' FROM unnest($1::text[], $2::uuid[]) AS seed (digest, family)`;

await withServices(async (services) => {
  const clientId = `bench-${randomUUID()}`;
  const { clientSecret } = await services.get(ClientAdministration).create({
    clientId,
    clientName: 'Bench',
    grantTypes: ['authorization_code', 'refresh_token'],
    redirectUris: [REDIRECT_URI],
    roles: ['user'],
  });
  const userId = await services.get(UserAdministration).create({ username: clientId, roles: ['user'] });

  const seed = (kind, count) => {
    const credentials = Array.from({ length: count }, () => `${kind === 'refresh' ? 'gr_' : ''}${secret()}`);
    const families = credentials.map(() => randomUUID());
    const insert = kind === 'refresh' ? INSERT_TOKENS : INSERT_CODES;
    return services.get(Transactions).run(async (transaction) => {
      await transaction.query(INSERT_FAMILIES, [families, userId, clientId, publicUrl]);
      await transaction.query(insert, [credentials.map(digest), families]);
      return { clientId, clientSecret, credentials };
    });
  };

  process.on('message', async (question) => process.send(await seed(question.seed, question.count)));
  await new Promise((resolve) => process.once('disconnect', resolve));
});

function secret() {
  return randomBytes(32).toString('base64url');
}

function digest(credential) {
  return createHash('sha256').update(credential).digest('base64url');
}
