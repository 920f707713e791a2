import { createContext } from 'react';
import type { Navigations } from './navigations';

/** What takes the page elsewhere; null where an address is only played, in a test. */
export const NavigationsContext = createContext<Navigations | null>(null);
