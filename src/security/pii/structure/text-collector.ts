import { ValueWalker, type TextVisitor } from './value-walker.js';

/** Every text of a value, property names included, exactly as a policy will meet them. */
export class TextCollector implements TextVisitor {
  readonly texts = new Set<string>();

  /** @throws ScanLimitError when the value is too deep or too large. */
  constructor(value: unknown) {
    new ValueWalker(this).walk(value);
  }

  text(text: string): string {
    this.texts.add(text);
    return text;
  }

  key(name: string): { readonly name: string; readonly shown: string } {
    this.texts.add(name);
    return { name, shown: name };
  }

  isFieldRoot(): boolean {
    return false;
  }
}
