// Writes schemas/scheme-files.schema.json from the shape the code checks schemes with, so that editors complete and check
// the files as they are written: with choices between readings still in them. `--check` says whether the file is current.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { schemeShape } from '@kaohe/scheme-files';
import { z } from 'zod';

export const FILE = 'schemas/scheme-files.schema.json';

/** Kinds of files of a scheme folder (docs/scheme-files.md). */
const FILES = {
  'scheme-file': 'scheme.yaml',
  'readings-file': 'readings.yaml',
  'sheet-file': 'sheets/<sheet>/sheet.yaml',
  'item-file': 'sheets/<sheet>/NN-<slug>.yaml',
  'rating-forms-file': 'rating-forms.yaml',
  'population-file': 'population.yaml',
  'coverage-file': 'coverage.yaml',
};
/** What these hold is never a choice: names and declarations of readings, and what tells kinds apart. */
const NEVER_CHOSEN = ['readings', 'kind', 'id'];
const NAME_OF_READING = { type: 'string', minLength: 1 };

const SENTENCE = {
  type: 'object',
  properties: {
    text: { type: 'string', minLength: 1 },
    covers: { type: 'string', minLength: 1 },
    reading: { type: 'string', minLength: 1 },
    notScoring: { type: 'string', minLength: 1 },
  },
  required: ['text'],
  minProperties: 2, // the sentence, and the one thing that became of it
  maxProperties: 2,
  additionalProperties: false,
};

const choiceOf = (alternative) => ({
  type: 'object',
  description: '读法的选择。 A choice between readings.',
  properties: { reading: NAME_OF_READING },
  required: ['reading'],
  minProperties: 2,
  additionalProperties: alternative,
});

/** Gathers the parts of a shape as definitions, each of them the thing itself or a choice; equal parts are one. */
class RawShape {
  definitions = {};
  #names = new Map();

  /** A place where a choice may stand. */
  value(schema, name) {
    const content = JSON.stringify(schema);
    const known = this.#names.get(content);
    if (known) return { $ref: `#/$defs/${known}` };
    const own = nameOfLeaf(schema) ?? name;
    const reference = { $ref: `#/$defs/${own}` };
    if ([...this.#names.values()].includes(own)) throw new Error(`two different parts are called ${own}`);
    this.#names.set(content, own);
    this.definitions[own] = { anyOf: [this.plain(schema, name), choiceOf(reference)] };
    return reference;
  }

  /** The thing itself; what is inside it may be chosen. */
  plain(schema, name) {
    const kinds = schema.oneOf ?? schema.anyOf;
    if (kinds) return { anyOf: kinds.map((kind) => this.plain(kind, `${name}-${nameOfKind(kind)}`)) };
    if (schema.prefixItems) {
      const prefixItems = schema.prefixItems.map((entry, index) => this.value(entry, `${name}-${index + 1}`));
      const { length } = prefixItems;
      return { type: 'array', prefixItems, items: false, minItems: length, maxItems: length };
    }
    if (schema.type === 'array') return { ...schema, items: this.value(schema.items, nameOfEntry(name)) };
    if (schema.type !== 'object') return schema;
    if (!schema.properties) {
      return { ...schema, additionalProperties: this.value(schema.additionalProperties, nameOfEntry(name)) };
    }
    const properties = Object.entries(schema.properties).map(([key, inner]) => [
      key,
      NEVER_CHOSEN.includes(key) ? inner : this.value(inner, `${name}-${key}`),
    ]);
    return { ...schema, properties: Object.fromEntries(properties) };
  }
}

/** Text, decimals, dates: one definition each, wherever they stand. */
function nameOfLeaf({ type, pattern, minLength }) {
  if (type !== 'string') return undefined;
  if (pattern) return LEAVES[pattern];
  return minLength === 1 ? 'text' : undefined;
}

const LEAVES = {
  '^\\d{4}-\\d{2}-\\d{2}$': 'date',
  '^\\d{1,12}(\\.\\d{1,12})?$|^\\d{1,12}\\/[1-9]\\d{0,11}$': 'decimal',
  '^\\d{1,3}$': 'whole',
  '^\\d+$': 'count',
};

/** rows → row, vetoes → veto, classes → class */
const nameOfEntry = (name) => (name.endsWith('s') ? name.replace(/(?<=o|ss)es$|s$/, '') : `${name}-entry`);
const nameOfKind = (kind) => kind.properties?.kind?.const ?? kind.type;

function without(schema, keys) {
  const properties = Object.entries(schema.properties).filter(([key]) => !keys.includes(key));
  return {
    ...schema,
    properties: Object.fromEntries(properties),
    required: schema.required.filter((key) => !keys.includes(key)),
  };
}

const onlyList = (key, items) => ({
  type: 'object',
  properties: { [key]: { type: 'array', items } },
  required: [key],
  additionalProperties: false,
});

/** The whole schema. */
export function makeSchema() {
  const { $schema, ...scheme } = z.toJSONSchema(schemeShape);
  const { sheets, forms, population } = scheme.properties;
  const raw = new RawShape();
  const sheet = sheets.items;
  const files = {
    'scheme-file': raw.plain(without(scheme, ['readings', 'sheets', 'forms', 'population']), 'scheme'),
    'readings-file': {
      type: 'object',
      properties: { readings: scheme.properties.readings },
      required: ['readings'],
      additionalProperties: false,
    },
    'sheet-file': raw.plain(without(sheet, ['items']), 'sheet'),
    'item-file': raw.plain(sheet.properties.items.items, 'item'),
    'rating-forms-file': raw.plain(onlyList('forms', forms.items), 'rating-forms'),
    'population-file': raw.plain(population, 'population'),
    'coverage-file': onlyList('sentences', SENTENCE),
  };
  const described = Object.entries(files).map(([name, schema]) => [name, { title: FILES[name], ...schema }]);
  return {
    $schema: `${$schema}`,
    $id: 'urn:kaohe:schema:scheme-files',
    title: 'Scheme files',
    description:
      '方案目录里的文件（docs/scheme-files.md）；每种文件各有定义。由 scripts/make-schemas.mjs 生成，不要手改。 Files of a scheme folder, one definition for each kind. Written by scripts/make-schemas.mjs; do not edit.',
    anyOf: Object.keys(files).map((name) => ({ $ref: `#/$defs/${name}` })),
    $defs: { ...Object.fromEntries(described), ...raw.definitions },
  };
}

/** The text of the file. */
export function makeText() {
  return `${JSON.stringify(makeSchema(), null, 2)}\n`;
}

function main(check) {
  const file = fileURLToPath(new URL(`../${FILE}`, import.meta.url));
  const made = makeText();
  if (!check) {
    writeFileSync(file, made);
    return 0;
  }
  if (readFileSync(file, 'utf8') === made) return 0;
  process.stderr.write(`${FILE} 与脚本生成的不一致 / is not what the script makes: node scripts/make-schemas.mjs\n`);
  return 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exit(main(process.argv.includes('--check')));
