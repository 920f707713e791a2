import i18next from 'i18next';
import { isLanguage, SERVER_TEXTS, wantServerTexts } from './texts';

/** A text of the server with what it is called and made of; without a code it exists in one language only. */
export interface Message {
  text: string;
  code?: string | null | undefined;
  args?: Record<string, unknown> | undefined;
}

/** By any code, which no compiler knows. */
type Translate = (code: string, values: Record<string, unknown>) => string;

/**
 * What the server says, in the reader's language; in the server's own words where the page does not know the code. Whoever shows it
 * uses the translation as well, so that it is said again in another language.
 */
export function say({ text, code, args = {} }: Message): string {
  if (!code) return text;
  if (isLanguage(i18next.language)) wantServerTexts(i18next.language);
  const values = Object.entries(args).map(([name, value]) => [
    name,
    isMessage(value) ? say(value) : value,
  ]);
  const options = { ...Object.fromEntries(values), ns: SERVER_TEXTS } as Record<string, unknown>;
  const translate = i18next.t as Translate;
  return i18next.exists(code, options) ? translate(code, options) : text;
}

function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && 'text' in value;
}
