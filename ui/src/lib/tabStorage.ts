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
  clear(): void {
    memory.clear();
    attempt(() => {
      sessionStorage.clear();
    });
  },
};

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
