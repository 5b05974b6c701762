#!/usr/bin/env node
// Writes a JSON schema of Envoy's configuration from its own definitions, of as much of it as a configuration uses.
// What the configuration does not use yet is refused by the schema: run this again.
import protobuf from 'protobufjs';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const HELP = `Usage: node tools/envoy-schema/generate.mjs PROTOS CONFIGURATION SCHEMA

  PROTOS         folder that holds envoy-api, googleapis, protoc-gen-validate and xds: see README.md
  CONFIGURATION  Envoy's static configuration, YAML
  SCHEMA         file to write`;

const [protos, configuration, target] = process.argv.slice(2);
if (target === undefined) {
  console.error(HELP);
  process.exit(2);
}

const BOOTSTRAP = 'envoy.config.bootstrap.v3.Bootstrap';
const ANY = 'google.protobuf.Any';
const TYPE_URL = 'type.googleapis.com/';
/** How protocol buffers write these in JSON. */
const NUMBER = { type: 'number' };
const INTEGER = { type: 'integer' };
const TEXT = { type: 'string' };
const SCALARS = {
  double: NUMBER,
  float: NUMBER,
  string: TEXT,
  bytes: TEXT,
  bool: { type: 'boolean' },
  ...Object.fromEntries(
    [
      'int32',
      'uint32',
      'sint32',
      'fixed32',
      'sfixed32',
      'int64',
      'uint64',
      'sint64',
      'fixed64',
      'sfixed64',
    ].map((name) => [name, INTEGER]),
  ),
};
const WELL_KNOWN = {
  'google.protobuf.BoolValue': SCALARS.bool,
  'google.protobuf.StringValue': TEXT,
  'google.protobuf.DoubleValue': NUMBER,
  'google.protobuf.FloatValue': NUMBER,
  'google.protobuf.UInt32Value': { type: 'integer', minimum: 0 },
  'google.protobuf.UInt64Value': { type: 'integer', minimum: 0 },
  'google.protobuf.Int32Value': INTEGER,
  'google.protobuf.Int64Value': INTEGER,
  'google.protobuf.Duration': { type: 'string', pattern: '^-?[0-9]+(\\.[0-9]{1,9})?s$' },
  'google.protobuf.Struct': { type: 'object' },
  'google.protobuf.Value': true,
};
const ROOTS = ['envoy-api', 'googleapis', 'protoc-gen-validate', 'xds'];

const own = dirname(fileURLToPath(import.meta.resolve('protobufjs')));
const folders = [...ROOTS.map((folder) => join(protos, folder)), own];

const root = new protobuf.Root();
root.resolvePath = (_origin, path) => folders.map((folder) => join(folder, path)).find(exists) ?? path;
const definitions = {};
const files = filesOf(parse(readFileSync(configuration, 'utf8')));
root.loadSync([fileOf(BOOTSTRAP), ...files], { keepCase: true });
root.resolveAll();
visit(root.lookupType(BOOTSTRAP), parse(readFileSync(configuration, 'utf8')));
writeFileSync(
  target,
  `${JSON.stringify({ $schema: 'http://json-schema.org/draft-07/schema#', $ref: `#/definitions/${BOOTSTRAP}`, definitions }, null, 2)}\n`,
);

function exists(file) {
  try {
    readFileSync(file);
    return true;
  } catch {
    return false;
  }
}

/** Where Envoy keeps a message: its package is its folder, and one file there has the definition. */
function fileOf(type) {
  const names = type.split('.');
  const message = names.pop();
  const snake = message.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toLowerCase();
  const candidates = [snake, names.at(-2)].map((name) => join(...names, `${name}.proto`));
  const found = candidates.find((path) => exists(join(protos, 'envoy-api', path)));
  if (found === undefined) throw new Error(`no definition of ${type}: looked for ${candidates.join(', ')}`);
  return found;
}

/** The definitions of whatever is named by `@type`. */
function filesOf(value) {
  if (Array.isArray(value)) return value.flatMap(filesOf);
  if (typeof value !== 'object' || value === null) return [];
  const own = typeof value['@type'] === 'string' ? [fileOf(value['@type'].slice(TYPE_URL.length))] : [];
  return [...own, ...Object.values(value).flatMap(filesOf)];
}

/** Defines a message, and what of it the value uses. */
function visit(type, value) {
  const name = type.fullName.slice(1);
  definitions[name] ??= {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(type.fieldsArray.map((field) => [field.name, false])),
    ...oneOfs(type),
  };
  for (const [member, used] of Object.entries(value)) {
    const field = type.fields[member];
    if (member === '@type') continue;
    if (field === undefined) throw new Error(`${name} has no ${member}`);
    const before = definitions[name].properties[member];
    definitions[name].properties[member] = merged([before, schemaOf(field, used)].filter(Boolean));
  }
}

/** At most one member of each group. */
function oneOfs(type) {
  const groups = type.oneofsArray.filter(({ oneof }) => oneof.length > 1);
  if (groups.length === 0) return {};
  return {
    allOf: groups.map(({ oneof }) => ({
      oneOf: [
        { not: { anyOf: oneof.map((member) => ({ required: [member] })) } },
        ...oneof.map((member) => ({ required: [member] })),
      ],
    })),
  };
}

function schemaOf(field, used) {
  field.resolve();
  if (field.map) {
    const values = Object.values(used).map((each) => single(field, each));
    return { type: 'object', additionalProperties: merged(values) };
  }
  if (field.repeated) return { type: 'array', items: merged(used.map((each) => single(field, each))) };
  return single(field, used);
}

/** Elements of one field may be messages of several types, when they are any. */
function merged(schemas) {
  const alternatives = schemas.flatMap((schema) => schema.anyOf ?? [schema]);
  const different = [...new Map(alternatives.map((schema) => [JSON.stringify(schema), schema])).values()];
  return different.length === 1 ? different[0] : { anyOf: different };
}

function single(field, used) {
  const type = field.resolvedType;
  if (type === null) return SCALARS[field.type];
  const name = type.fullName.slice(1);
  if (name in WELL_KNOWN) return WELL_KNOWN[name];
  if (type instanceof protobuf.Enum) return { enum: Object.keys(type.values) };
  if (name === ANY) return anyOf(used);
  visit(type, used);
  return { $ref: `#/definitions/${name}` };
}

/** A message of a type that `@type` names. */
function anyOf(used) {
  const type = root.lookupType(used['@type'].slice(TYPE_URL.length));
  visit(type, used);
  const name = type.fullName.slice(1);
  definitions[name].properties['@type'] = { const: used['@type'] };
  definitions[name].required = ['@type'];
  return { $ref: `#/definitions/${name}` };
}
