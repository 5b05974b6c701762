/** MCP 2026-07-28, tools: names are 1 to 128 characters of this set. */
const NAME = /^[A-Za-z0-9_.-]{1,128}$/;

/** @throws TypeError when a tool or prompt name could not be called by every client. */
export function assertName(decorator: string, name: string): void {
  if (!NAME.test(name)) {
    throw new TypeError(
      `${decorator}: ${JSON.stringify(name)} is not a name of 1 to 128 characters of [A-Za-z0-9_.-]`,
    );
  }
}

/** @throws TypeError when a declaration leaves out what a client shows to people and models. */
export function assertDescription(decorator: string, name: string, description: string): void {
  if (description.trim() === '') throw new TypeError(`${decorator}: ${name} needs a description`);
}
