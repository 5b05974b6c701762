import { z } from 'zod';
import { Scopes } from '../common/scopes.decorator.js';
import { McpTool } from '../mcp/index.js';
import { EnvelopeCipher, FernetCodec, PiiPolicy } from '../security/index.js';
import { boundedText } from './text-schema.js';

/** Context the trial envelopes are bound to; no stored value uses it. */
const CONTEXT = 'tools.test_encryption';
/** What the Fernet specification prescribes: AES-128-CBC with HMAC-SHA-256. */
const FERNET_ALGORITHM = 'Fernet (A128CBC-HS256)';

const input = z.object({ test_data: boundedText(10_000).describe('Any text') });

const roundTrip = z.object({
  algorithm: z.string(),
  ciphertext: z.string(),
  match: z.boolean().describe('The ciphertext decrypted to exactly the text that was given'),
});

const output = z.object({
  success: z.boolean().describe('Both round trips match'),
  envelope: roundTrip.extend({
    key_id: z.string().describe('Name of the data encryption key, never the key'),
  }),
  fernet: roundTrip,
});

type Output = z.output<typeof output>;

@McpTool({
  name: 'test_encryption',
  title: 'Test encryption',
  description:
    'Encrypts a text with the keys of this server and decrypts it again, once as the AEAD envelope that stored data ' +
    'uses and once as a Fernet token for exchange with Python. Returns algorithms, key id, ciphertexts and whether ' +
    'the round trips match. Nothing is stored; keys and the text itself are not returned.',
  input,
  output,
  annotations: { readOnlyHint: true, idempotentHint: false, openWorldHint: false },
})
@Scopes('mcp.access')
@PiiPolicy('keep')
export class TestEncryptionTool {
  constructor(
    private readonly cipher: EnvelopeCipher,
    private readonly fernet: FernetCodec,
  ) {}

  execute({ test_data: text }: z.output<typeof input>): Output {
    const envelope = this.throughEnvelope(text);
    const fernet = this.throughFernet(text);
    return { success: envelope.match && fernet.match, envelope, fernet };
  }

  private throughEnvelope(text: string): Output['envelope'] {
    const ciphertext = this.cipher.encrypt(text, CONTEXT);
    // An envelope says by itself how it is opened: `gh1.<algorithm>.<kid>.…`.
    const [, algorithm = '', key_id = ''] = ciphertext.split('.');
    return { algorithm, key_id, ciphertext, match: this.cipher.decrypt(ciphertext, CONTEXT) === text };
  }

  private throughFernet(text: string): Output['fernet'] {
    const ciphertext = this.fernet.encrypt(text);
    return { algorithm: FERNET_ALGORITHM, ciphertext, match: this.fernet.decrypt(ciphertext) === text };
  }
}
