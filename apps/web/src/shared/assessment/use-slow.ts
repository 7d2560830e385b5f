/** A computation too long for the moment of a click: the page is drawn first, the result follows. */
import { useEffect, useState } from 'react';

/** The value for this very input, or undefined while it is being worked out. `compute` must depend on nothing else. */
export function useSlow<Input extends object, Value>(
  input: Input,
  compute: (input: Input) => Value,
): Value | undefined {
  const [done, setDone] = useState<{ readonly input: Input; readonly value: Value }>();
  useEffect(() => {
    const timer = setTimeout(() => setDone({ input, value: compute(input) }));
    return () => clearTimeout(timer);
  }, [input, compute]);
  return done?.input === input ? done.value : undefined;
}
