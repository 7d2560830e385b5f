/** `Object.hasOwn`, which the hash of an edition asks for and the oldest supported browser does not have. */
if (!('hasOwn' in Object))
  Object.defineProperty(Object, 'hasOwn', {
    value: (object: object, key: PropertyKey) => Reflect.getOwnPropertyDescriptor(object, key) !== undefined,
  });
