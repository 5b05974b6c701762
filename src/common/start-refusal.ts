/**
 * Why the service does not start, in words for the person who starts it: what is wrong and what to do.
 * The message is the whole story; no stack is shown, and it holds no secret.
 */
export abstract class StartRefusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = new.target.name;
  }
}
