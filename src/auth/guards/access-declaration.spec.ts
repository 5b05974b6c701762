import { ProtectedResource } from '../../common/protected-resource.decorator.js';
import { Public } from '../../common/public.decorator.js';
import { Scopes } from '../../common/scopes.decorator.js';
import { accessDeclarationOf, isAccessDeclared } from './access-declaration.js';
import { undeclaredHandlers } from './declaration-check.js';

@Scopes('mcp.access')
@ProtectedResource('/mcp')
class Guarded {
  inherits(): void {}

  @Scopes('read')
  narrows(): void {}

  @Public()
  opens(): void {}

  @Public()
  @Scopes('write')
  both(): void {}
}

@Public()
class Open {
  inherits(): void {}

  @Scopes('read')
  guards(): void {}
}

class Silent {
  @Scopes('read')
  guarded(): void {}

  @Public()
  open(): void {}

  forgotten(): void {}

  alsoForgotten(): void {}
}

class Child extends Guarded {}

describe('accessDeclarationOf', () => {
  it.each([
    [
      'takes the class by default',
      Guarded,
      'inherits',
      { isPublic: false, scopes: ['mcp.access'], resource: '/mcp' },
    ],
    [
      'lets a handler ask for something else',
      Guarded,
      'narrows',
      { isPublic: false, scopes: ['read'], resource: '/mcp' },
    ],
    ['lets a handler be public', Guarded, 'opens', { isPublic: true, scopes: undefined, resource: '/mcp' }],
    [
      'stays closed when both are declared',
      Guarded,
      'both',
      { isPublic: false, scopes: ['write'], resource: '/mcp' },
    ],
    ['knows a public class', Open, 'inherits', { isPublic: true, scopes: undefined, resource: '/' }],
    [
      'closes a handler of a public class',
      Open,
      'guards',
      { isPublic: false, scopes: ['read'], resource: '/' },
    ],
    [
      'finds what a base class declares',
      Child,
      'inherits',
      { isPublic: false, scopes: ['mcp.access'], resource: '/mcp' },
    ],
    [
      'finds nothing where nothing is',
      Silent,
      'forgotten',
      { isPublic: false, scopes: undefined, resource: '/' },
    ],
  ])('%s', (_case, owner, method, expected) => {
    const handler = (owner.prototype as unknown as Record<string, () => void>)[method] as () => void;
    const { isPublic, requirement, resource } = accessDeclarationOf(handler, owner);
    expect({ isPublic, scopes: requirement?.allOf, resource }).toEqual(expected);
  });

  it('keeps the same handler in two classes apart', () => {
    const handler = Guarded.prototype.inherits;
    expect(accessDeclarationOf(handler, Guarded).isPublic).toBe(false);
    expect(accessDeclarationOf(handler, Open).isPublic).toBe(true);
    expect(isAccessDeclared(handler, Silent)).toBe(false);
  });
});

describe('undeclaredHandlers', () => {
  it('names every handler that says nothing, and only those', () => {
    expect(undeclaredHandlers(Silent, ['guarded', 'open', 'forgotten', 'alsoForgotten'])).toEqual([
      'Silent.forgotten',
      'Silent.alsoForgotten',
    ]);
  });
});
