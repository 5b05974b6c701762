/** Of a client that is not ours, for commands: never an argument, which other users of the machine can see. */
export const CLIENT_SECRET_VARIABLE = 'DOCTOR_CLIENT_SECRET';

/** The secret, when the environment has it. */
export function clientSecretOfEnvironment(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const secret = environment[CLIENT_SECRET_VARIABLE];
  return secret === '' ? undefined : secret;
}
