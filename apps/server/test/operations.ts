/** The operations of the API description, for the tests that walk all of them. */
import type { ActName } from '@kaohe/api-contract';
import type { OpenAPIV3_1 } from 'openapi-types';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Operation {
  /** `GET /api/years/{year}` */
  readonly name: string;
  readonly method: Method;
  readonly path: string;
  readonly act: ActName | undefined;
  readonly described: OpenAPIV3_1.OperationObject;
}

export function operationsOf(document: OpenAPIV3_1.Document): Operation[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, described]) =>
    Object.entries(described as Record<string, OpenAPIV3_1.OperationObject & { 'x-act'?: ActName }>).map(
      ([method, operation]) => ({
        name: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase() as Method,
        path,
        act: operation['x-act'],
        described: operation,
      }),
    ),
  );
}
