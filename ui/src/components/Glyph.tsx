import { cx } from '@/lib/cx';

/** What a box can look like: the sign of the product, and what every state is drawn with. */
export type GlyphShape =
  'lit' | 'empty' | 'paused' | 'working' | 'waiting' | 'done' | 'broken' | 'missing';

function Mark({ shape }: { shape: GlyphShape }) {
  switch (shape) {
    case 'lit':
      return <circle cx="8" cy="8" r="2.6" fill="currentColor" stroke="none" />;
    case 'paused':
      return <path d="M6.4 5.800v4.400M9.6 5.800v4.4" />;
    case 'done':
      return <path d="m5.4 8.3 1.8 1.7 3.4-3.9" />;
    case 'broken':
      return <path d="m5.9 5.9 4.2 4.200m0-4.2-4.2 4.2" />;
    case 'missing':
      return <path d="M6.5 6.600a1.5 1.5 0 1 1 2.2 1.500c-.5.3-.7.5-.7.900m0 1.700v.01" />;
    case 'empty':
    case 'waiting':
    case 'working':
      return null;
  }
}

export function Glyph({ shape, className }: { shape: GlyphShape; className?: string }) {
  const dashed = shape === 'missing' || shape === 'waiting';
  return (
    <svg
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={cx('size-4 shrink-0', className)}
    >
      {shape === 'working' && (
        <rect x="2" y="2" width="12" height="12" rx="3.5" className="opacity-30" />
      )}
      <rect
        x="2"
        y="2"
        width="12"
        height="12"
        rx="3.5"
        strokeDasharray={shape === 'working' ? '14 26' : dashed ? '2.5 2.8' : undefined}
        className={cx(shape === 'working' && 'animate-orbit')}
      />
      <Mark shape={shape} />
    </svg>
  );
}
