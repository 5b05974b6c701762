import { z } from 'zod';
import { fieldsOfSchema } from './schema-fields.js';

const personal = z.string().meta({ 'x-pii': 'mask' });

function read(schema: z.ZodType, direction: 'in' | 'out' = 'in') {
  const { rules, problems } = fieldsOfSchema(z.toJSONSchema(schema, { io: 'input' }), direction);
  return { fields: rules.map(({ fields, action, holds }) => [fields[0]!.text, action, holds]), problems };
}

describe('fieldsOfSchema', () => {
  it.each<[object, string]>([
    [{ patternProperties: { '^x-': { 'x-pii': 'mask' } } }, '/*'],
    [{ contains: { 'x-pii': 'mask' } }, '/*'],
    [{ unevaluatedProperties: { 'x-pii': 'mask' } }, '/*'],
    [{ if: {}, then: { properties: { nick: { 'x-pii': 'mask' } } } }, '/nick'],
  ])('overlooks no place where a schema may stand: %j', (schema, field) => {
    expect(fieldsOfSchema(schema, 'in').rules.map(({ fields }) => fields[0]!.text)).toEqual([field]);
  });

  it.each([
    ['a property', z.object({ name: personal }), '/name'],
    ['a name with a slash', z.object({ 'a/b': personal }), '/a~1b'],
    ['items', z.object({ users: z.array(z.object({ name: personal })) }), '/users/*/name'],
    ['members of a tuple', z.object({ pair: z.tuple([z.number(), personal]) }), '/pair/1'],
    ['values of a record', z.object({ byId: z.record(z.string(), personal) }), '/byId/*'],
    ['what is optional', z.object({ name: personal.optional() }), '/name'],
    ['a branch', z.object({ name: z.union([personal, z.number()]) }), '/name'],
  ])('reads %s', (_what, schema, pointer) => {
    expect(read(schema)).toEqual({ fields: [[pointer, 'mask', undefined]], problems: [] });
  });

  it('reaches every depth of a schema that contains itself', () => {
    const person = z.object({
      name: personal,
      get friends() {
        return z.array(person);
      },
    });
    const { rules } = fieldsOfSchema(z.toJSONSchema(z.object({ person })), 'in');
    expect(rules.map(({ fields }) => fields[0]!.text)).toEqual(
      expect.arrayContaining(['/person/name', '/person/**/name']),
    );
  });

  it('reads the action of its direction, and what the field holds', () => {
    const schema = z.object({
      name: z.string().meta({ 'x-pii': { in: 'keep', out: 'redact', type: 'PERSON', purpose: 'support' } }),
    });
    expect(read(schema, 'in').fields).toEqual([['/name', 'keep', 'PERSON']]);
    expect(read(schema, 'out').fields).toEqual([['/name', 'redact', 'PERSON']]);
  });

  it.each([
    ['an unknown action', 'hide', /x-pii at \/name of the input: action: "hide" is no action; allowed: keep/],
    ['an unknown type', { action: 'mask', type: 'NAME' }, /type: "NAME" is no type of personal data/],
    ['an unknown member', { action: 'mask', on: 'in' }, /on/],
    ['no action', { type: 'PERSON' }, /needs action, in or out/],
    ['only the other direction', { out: 'mask' }, /says nothing about this direction/],
  ])('names %s', (_what, annotation, message) => {
    const { fields, problems } = read(z.object({ name: z.string().meta({ 'x-pii': annotation }) }));
    expect(fields).toEqual([]);
    expect(problems).toEqual([expect.stringMatching(message)]);
  });
});
