const PREFIX = 'obox.';

const memory = new Map<string, string>();

/** What this tab remembers, over a reload too where the browser allows it. */
export const tabStorage = {
  get(key: string): string | null {
    return memory.get(key) ?? read(PREFIX + key);
  },
  set(key: string, value: string): void {
    memory.set(key, value);
    attempt(() => {
      sessionStorage.setItem(PREFIX + key, value);
    });
  },
  remove(key: string): void {
    memory.delete(key);
    attempt(() => {
      sessionStorage.removeItem(PREFIX + key);
    });
  },
  /** What it remembers something under, of all that begins like this. */
  keys(start = ''): string[] {
    const all = new Set([...memory.keys(), ...storedKeys()]);
    return [...all].filter((key) => key.startsWith(start));
  },
  /** Forgets everything. What others keep in the same place stays. */
  clear(): void {
    for (const key of this.keys()) this.remove(key);
  },
};

function storedKeys(): string[] {
  try {
    return Object.keys(sessionStorage)
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => key.slice(PREFIX.length));
  } catch {
    return [];
  }
}

function read(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function attempt(change: () => void): void {
  try {
    change();
  } catch {
    return;
  }
}
