import type { ReactNode } from 'react';

/** A group of fields under a heading. */
export function FormSection({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <fieldset className="min-w-0 border-t border-line pt-6 first-of-type:border-0 first-of-type:pt-0">
      {title && (
        <legend className="float-left mb-4 w-full text-lg font-semibold tracking-tight">
          {title}
        </legend>
      )}
      <div className="clear-both space-y-5">{children}</div>
    </fieldset>
  );
}
