import type { ReactNode } from 'react';

/** A group of fields under a heading, with a word on what it is for. */
export function FormSection({
  title,
  hint,
  children,
}: {
  title: string;
  hint?: string;
  children: ReactNode;
}) {
  return (
    <fieldset className="min-w-0 border-t border-line pt-6 first-of-type:border-0 first-of-type:pt-0">
      <legend className="float-left mb-4 w-full">
        <span className="block text-lg font-semibold tracking-tight">{title}</span>
        {hint && <span className="block text-sm text-ink-faint">{hint}</span>}
      </legend>
      <div className="clear-both space-y-5">{children}</div>
    </fieldset>
  );
}
