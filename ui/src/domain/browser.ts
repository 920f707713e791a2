const BROWSERS: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/(Chrome|Chromium)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const SYSTEMS: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** What people call a browser that introduces itself like this, or the program's own name; undefined if it says nothing. */
export function browserOf(userAgent: string): string | undefined {
  const nameIn = (known: [RegExp, string][]) => known.find(([sign]) => sign.test(userAgent))?.[1];
  const browser = nameIn(BROWSERS);
  if (browser) return [browser, nameIn(SYSTEMS)].filter(Boolean).join(' · ');
  const [program = ''] = userAgent.split('/', 1);
  return program.trim() === '' ? undefined : program;
}
