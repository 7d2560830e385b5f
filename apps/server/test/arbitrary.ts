/** Values of a JSON schema, as fast-check makes them: for tests that send what the API description says may be sent. */
import fc, { type Arbitrary } from 'fast-check';
import type { OpenAPIV3_1 } from 'openapi-types';

export type Schema = OpenAPIV3_1.SchemaObject & {
  readonly const?: unknown;
  readonly propertyNames?: Schema;
  readonly additionalProperties?: boolean | Schema;
};

const ANY = fc.jsonValue({ maxDepth: 2 });
const MOST_ITEMS = 3;

/** Names of what is there, by the name of a parameter or a member: nobody guesses an id. */
export type Known = Readonly<Record<string, readonly string[]>>;

/** Every value it makes is one the schema allows; members called like something known name it as a rule. */
export function valuesOf(schema: Schema, known: Known = {}): Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined;
  if (choices) return fc.oneof(...choices.map((one) => valuesOf(one, known)));
  if (schema.allOf)
    return fc
      .tuple(...(schema.allOf as Schema[]).map((one) => valuesOf(one, known)))
      .map((parts) => Object.assign({}, ...parts));
  if (Array.isArray(schema.type))
    return fc.oneof(...schema.type.map((type) => valuesOf({ ...schema, type } as Schema, known)));
  return valuesOfType(schema, known);
}

function valuesOfType(schema: Schema, known: Known): Arbitrary<unknown> {
  switch (schema.type) {
    case 'string':
      return texts(schema);
    case 'integer':
      return fc.maxSafeInteger().map((number) => within(schema, number));
    case 'number':
      return fc.integer({ min: schema.minimum ?? -1000, max: schema.maximum ?? 1000 });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(valuesOf((schema as { items: Schema }).items, known), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.max(schema.minItems ?? 0, Math.min(schema.maxItems ?? MOST_ITEMS, MOST_ITEMS)),
      });
    case 'object':
      return objects(schema, known);
    default:
      return ANY;
  }
}

function texts({ pattern, format, minLength = 0, maxLength = 40 }: Schema): Arbitrary<string> {
  if (format === 'uuid') return fc.uuid({ version: 4 });
  if (format === 'date')
    return fc
      .date({ min: new Date('2018-01-01'), max: new Date('2021-12-31'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10));
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern, 'u'), { size: '-1' });
  const characters = fc.constantFrom(...'安全生产考核一二三Ab09-_. ()。');
  return fc
    .string({
      unit: characters,
      minLength: Math.max(1, minLength),
      maxLength: Math.max(1, minLength, Math.min(maxLength, 40)),
    })
    .map((text) => (minLength > 0 && text.trim() === '' ? '安'.repeat(minLength) : text));
}

/** Small numbers mostly: what people count. */
function within({ minimum = 0, maximum = 1000 }: Schema, number: number): number {
  const [least, most] = [Math.max(minimum, -1000), Math.min(maximum, Math.max(minimum, 0) + 1000)];
  return least + (Math.abs(number) % (most - least + 1));
}

function objects(schema: Schema, known: Known): Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties, propertyNames } = schema;
  const own = Object.fromEntries(
    Object.entries(properties).map(([name, part]) => [name, member(name, part as Schema, known)]),
  );
  const record = fc.record(own, { requiredKeys: required as never[] });
  if (additionalProperties === undefined || additionalProperties === false) return record;
  const more = typeof additionalProperties === 'object' ? valuesOf(additionalProperties, known) : ANY;
  const names = texts({ ...propertyNames, minLength: 1 } as Schema);
  return fc
    .tuple(fc.dictionary(names, more, { maxKeys: MOST_ITEMS }), record)
    .map(([extra, given]) => ({ ...extra, ...given }));
}

function member(name: string, schema: Schema, known: Known): Arbitrary<unknown> {
  const any = valuesOf(schema, known);
  const real = schema.type === 'string' && !schema.enum ? known[name] : undefined;
  return real ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...real) }, any) : any;
}

/** Path parameters are filled by those known, everything else by what the schema allows. */
export interface Sent {
  readonly url: string;
  readonly payload?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Requests of an operation; `known` names real things by the parameter's name. */
export function requestsOf(
  { path, described }: { path: string; described: OpenAPIV3_1.OperationObject },
  known: Known,
): Arbitrary<Sent> {
  // A key sent twice would answer what was answered before, and a version at random is one nobody has seen.
  const parameters = ((described.parameters ?? []) as (OpenAPIV3_1.ParameterObject & { schema: Schema })[]).filter(
    ({ in: place, required }) => place !== 'header' || required,
  );
  const given = fc.record(
    Object.fromEntries(
      parameters.map(({ name, schema }) => {
        const real = schema.enum ? undefined : known[name];
        return [name, real ? fc.constantFrom(...real) : valuesOf(schema)];
      }),
    ),
    { requiredKeys: parameters.filter((one) => one.required).map(({ name }) => name) },
  );
  const content = (described.requestBody as OpenAPIV3_1.RequestBodyObject | undefined)?.content ?? {};
  const json = content['application/json']?.schema as Schema | undefined;
  const body = json
    ? valuesOf(json, known)
    : fc.constant('application/octet-stream' in content ? Buffer.from('a,b\n1,2\n') : undefined);
  return fc.tuple(given, body).map(([values, payload]) => ({
    url: urlOf(path, parameters, values),
    payload,
    headers: headersOf(parameters, values),
  }));
}

function headersOf(
  parameters: readonly OpenAPIV3_1.ParameterObject[],
  values: Readonly<Record<string, unknown>>,
): Record<string, string> {
  const given = parameters.filter(({ in: place, name }) => place === 'header' && values[name] !== undefined);
  return Object.fromEntries(given.map(({ name }) => [name.toLowerCase(), String(values[name])]));
}

function urlOf(
  path: string,
  parameters: readonly OpenAPIV3_1.ParameterObject[],
  values: Readonly<Record<string, unknown>>,
): string {
  const filled = path.replace(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));
  const query = parameters
    .filter(({ in: place, name }) => place === 'query' && values[name] !== undefined)
    .map(({ name }) => `${name}=${encodeURIComponent(String(values[name]))}`);
  return query.length > 0 ? `${filled}?${query.join('&')}` : filled;
}
