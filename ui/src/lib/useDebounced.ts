import { useEffect, useState } from 'react';

/** The value as it was once it has not changed for a while. */
export function useDebounced<T>(value: T, delayMillis: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(value);
    }, delayMillis);
    return () => {
      clearTimeout(timer);
    };
  }, [value, delayMillis]);
  return settled;
}
