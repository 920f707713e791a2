/** The sign and the name. In the dark the sign swaps ink and light. */
export function Logo() {
  return (
    <span className="flex items-center gap-2.5">
      <svg viewBox="0 0 32 32" aria-hidden="true" className="size-7 shrink-0">
        <rect width="32" height="32" rx="9" className="fill-[light-dark(#161a14,#b7ee3f)]" />
        <circle
          cx="16"
          cy="16"
          r="7.25"
          fill="none"
          strokeWidth="4.75"
          className="stroke-[light-dark(#b7ee3f,#161a14)]"
        />
      </svg>
      <span className="text-lg font-semibold tracking-tight">{'OBox'}</span>
    </span>
  );
}
