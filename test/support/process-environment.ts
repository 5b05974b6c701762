/**
 * What a process that a test starts gets of the environment: what a stranger's shell has, and where Node keeps what it
 * compiled, because the service is started some hundred times.
 */
export const PROCESS_ENVIRONMENT: Readonly<NodeJS.ProcessEnv> = {
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
};
