const MIB_PER_GIB = 1024;
const MIB_PER_TIB = 1024 ** 2;
const BYTES_PER_GIB = 1024 ** 3;

export interface Size {
  value: number;
  unit: 'megabyte' | 'gigabyte' | 'terabyte';
}

/** 2048 MiB read better as 2 GiB; 1500 MiB stay what they are. */
export function memorySize(mib: number): Size {
  return mib >= MIB_PER_GIB && mib % (MIB_PER_GIB / 4) === 0
    ? { value: mib / MIB_PER_GIB, unit: 'gigabyte' }
    : { value: mib, unit: 'megabyte' };
}

/** What a host has, in few digits: it may be a thousand times what a machine has. */
export function hostSize(mib: number): Size {
  return mib >= 10 * MIB_PER_TIB
    ? { value: Math.round((10 * mib) / MIB_PER_TIB) / 10, unit: 'terabyte' }
    : memorySize(mib);
}

/** What is free need not be told to the last MiB. */
export function roughSize(mib: number): Size {
  return mib >= 10 * MIB_PER_GIB ? hostSize(mib - (mib % MIB_PER_GIB)) : memorySize(mib);
}

/** The smallest whole disk that holds so many bytes. */
export function gibToHold(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / BYTES_PER_GIB));
}

/** `12 s`, `3 min 5 s`, `2 h 10 min`: the two largest units. */
export function durationParts(millis: number): { unit: 'h' | 'min' | 's'; value: number }[] {
  const seconds = Math.max(0, Math.round(millis / 1000));
  const parts = [
    { unit: 'h' as const, value: Math.floor(seconds / 3600) },
    { unit: 'min' as const, value: Math.floor((seconds % 3600) / 60) },
    { unit: 's' as const, value: seconds % 60 },
  ];
  const first = parts.findIndex((part) => part.value > 0);
  if (first < 0) return [{ unit: 's', value: 0 }];
  return parts.slice(first, first + 2).filter((part) => part.value > 0);
}

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** One of a kind for each language: they are dear to make, and a list asks for a thousand at each tick of the clock. */
function forLanguage<T>(make: (language: string) => T): (language: string) => T {
  const made = new Map<string, T>();
  return (language) => {
    const known = made.get(language) ?? make(language);
    made.set(language, known);
    return known;
  };
}

const relativeFormat = forLanguage(
  (language) => new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' }),
);
const momentFormat = forLanguage(
  (language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' }),
);
const clockFormat = forLanguage(
  (language) =>
    new Intl.DateTimeFormat(language, {
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    }),
);

const numberFormat = forLanguage((language) => new Intl.NumberFormat(language));

/** A number with the signs that part thousands and decimals. */
export function decimal(value: number, language: string): string {
  return numberFormat(language).format(value);
}

/** The date and the time of day. */
export function moment(time: Date, language: string): string {
  return momentFormat(language).format(time);
}

/** The time of day, to the second. */
export function timeOfDay(time: Date, language: string): string {
  return clockFormat(language).format(time);
}

/** How long ago (negative) or ahead, in the largest unit that fits; `now` within half a minute. */
export function relativeTime(then: number, now: number, locale: string): string {
  const format = relativeFormat(locale);
  const seconds = (then - now) / 1000;
  if (Math.abs(seconds) < 30) return format.format(0, 'second');
  for (const [unit, length] of STEPS) {
    if (Math.abs(seconds) >= length) return format.format(Math.trunc(seconds / length), unit);
  }
  return format.format(Math.trunc(seconds), 'second');
}
