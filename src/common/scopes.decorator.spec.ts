import 'reflect-metadata';
import { Scopes, SCOPES_METADATA } from './scopes.decorator.js';

function declared(decorator: ClassDecorator): unknown {
  class Target {}
  decorator(Target);
  return Reflect.getMetadata(SCOPES_METADATA, Target);
}

describe('@Scopes', () => {
  it('asks for all scopes named', () => {
    expect(declared(Scopes('read', 'write'))).toEqual({ allOf: ['read', 'write'], anyOf: [] });
  });

  it('asks for any of a list', () => {
    expect(declared(Scopes({ anyOf: ['User.Write', 'Admin.Write'] }))).toEqual({
      allOf: [],
      anyOf: ['User.Write', 'Admin.Write'],
    });
  });

  it.each([
    ['nothing', () => Scopes()],
    ['an empty choice', () => Scopes({ anyOf: [] })],
    ['an empty scope', () => Scopes('')],
    ['two scopes in one string', () => Scopes('read write')],
    ['a quote', () => Scopes('re"ad')],
    ['a non-ASCII scope', () => Scopes('읽기')],
  ])('refuses %s when declared', (_what, declare) => {
    expect(declare).toThrow(TypeError);
  });
});
