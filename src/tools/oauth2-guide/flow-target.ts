import type { Configuration } from '../../config/index.js';
import type { FlowTarget } from './flow-step.js';

/** The client of a development server, published in its documentation. */
const DEVELOPMENT_CLIENT = { id: 'mcp-client', secret: 'secret' };

/** Commands that run as they are in development; in production they read the credentials from shell variables. */
export function flowTarget(configuration: Configuration): FlowTarget {
  const { publicUrl } = configuration.server;
  if (configuration.isProduction) {
    return {
      publicUrl,
      credentials: {
        shell: { id: '$CLIENT_ID', secret: '$CLIENT_SECRET' },
        powershell: { id: '$env:CLIENT_ID', secret: '$env:CLIENT_SECRET' },
      },
    };
  }
  const quoted = { id: `'${DEVELOPMENT_CLIENT.id}'`, secret: `'${DEVELOPMENT_CLIENT.secret}'` };
  return { publicUrl, credentials: { shell: DEVELOPMENT_CLIENT, powershell: quoted } };
}
