/** The one platform class the package needs; Node and browsers have it (Encoding Standard). */
declare class TextDecoder {
  constructor(label: string, options?: { fatal?: boolean });
  decode(bytes: Uint8Array): string;
}
