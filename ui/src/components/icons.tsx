import type { ReactNode } from 'react';
import { cx } from '@/lib/cx';

export type IconName = keyof typeof SHAPES;

/** One set, one hand: 20 by 20, strokes of 1.5 with round ends. */
const SHAPES = {
  add: <path d="M10 4v12M4 10h12" />,
  alert: (
    <path d="M10 7v4m0 2.6v.1M8.7 3.5 2.6 14.2A1.5 1.5 0 0 0 3.9 16.5h12.2a1.5 1.5 0 0 0 1.3-2.3L11.3 3.5a1.5 1.5 0 0 0-2.6 0Z" />
  ),
  arrowDown: <path d="M10 4v12m5-5-5 5-5-5" />,
  arrowLeft: <path d="M16 10H4m5-5-5 5 5 5" />,
  arrowUp: <path d="M10 16V4m5 5-5-5-5 5" />,
  bookmark: (
    <path d="M6 3.500h8a.5.5 0 0 1 .5.500v12.500L10 13.200l-4.500 3.300V4a.5.5 0 0 1 .5-.5Z" />
  ),
  check: <path d="m4 10.5 4 4 8-9" />,
  chevron: <path d="m8 5 5 5-5 5" />,
  close: <path d="m5 5 10 10M15 5 5 15" />,
  columns: (
    <path d="M4.500 4h11a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1ZM8 4v12m4-12v12" />
  ),
  copy: (
    <path d="M7 7V5.5A1.5 1.5 0 0 1 8.5 4h6A1.5 1.5 0 0 1 16 5.500v6a1.5 1.5 0 0 1-1.5 1.500H13M5.5 7h6A1.5 1.5 0 0 1 13 8.500v6a1.5 1.5 0 0 1-1.5 1.500h-6A1.5 1.5 0 0 1 4 14.500v-6A1.5 1.5 0 0 1 5.5 7Z" />
  ),
  download: <path d="M10 3.500v9m-3.500-3.500 3.500 3.500 3.500-3.500M4 16.500h12" />,
  edit: (
    <path d="m4 16 .7-3.2 8.5-8.500a1.4 1.4 0 0 1 2 0l.5.5a1.4 1.4 0 0 1 0 2l-8.5 8.500L4 16Zm7.5-10 2.5 2.5" />
  ),
  host: (
    <path d="M5 3.500h10A1.5 1.5 0 0 1 16.500 5v2.500A1.5 1.5 0 0 1 15 9H5a1.5 1.5 0 0 1-1.500-1.500V5A1.500 1.500 0 0 1 5 3.500ZM5 11h10a1.500 1.500 0 0 1 1.500 1.500V15a1.500 1.500 0 0 1-1.500 1.500H5A1.500 1.500 0 0 1 3.500 15v-2.500A1.500 1.500 0 0 1 5 11Zm1.500-4.800h.1m-.1 7.500h.1" />
  ),
  image: (
    <path d="m10 3 7 3.500-7 3.500-7-3.500L10 3Zm-7 7 7 3.500 7-3.500M3 13.500 10 17l7-3.500" />
  ),
  jobs: <path d="M4 5.500h.1M4 10h.1M4 14.500h.1M7.5 5.500H16M7.5 10H16m-8.5 4.500H13" />,
  language: (
    <path d="M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm-7-7h14M10 3c2 2 2.8 4.3 2.8 7S12 15 10 17c-2-2-2.8-4.3-2.8-7S8 5 10 3Z" />
  ),
  lock: (
    <path d="M6.5 9V6.500a3.5 3.5 0 0 1 7 0V9m-8 0h9A1.5 1.5 0 0 1 16 10.500v4a1.5 1.5 0 0 1-1.5 1.500h-9A1.5 1.5 0 0 1 4 14.500v-4A1.5 1.5 0 0 1 5.5 9Z" />
  ),
  logout: (
    <path d="M8 4H5.500A1.5 1.5 0 0 0 4 5.500v9A1.5 1.5 0 0 0 5.5 16H8m5-9 3 3-3 3m3-3H8.5" />
  ),
  menu: <path d="M3.5 6h13m-13 4h13m-13 4h13" />,
  more: <path d="M4.500 10h.1M10 10h.1m5.400 0h.1" />,
  moon: <path d="M16.5 11.700A6.8 6.8 0 0 1 8.3 3.500a6.8 6.8 0 1 0 8.2 8.200Z" />,
  panel: (
    <path d="M4.500 4h11a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1ZM12 4v12" />
  ),
  overview: (
    <path d="M4 3.500h4a.5.5 0 0 1 .5.5v5a.5.5 0 0 1-.5.500H4a.5.5 0 0 1-.5-.5V4a.5.5 0 0 1 .5-.5Zm8 0h4a.5.5 0 0 1 .5.500v2a.5.5 0 0 1-.5.500h-4a.5.5 0 0 1-.5-.5V4a.5.5 0 0 1 .5-.5Zm0 6h4a.5.5 0 0 1 .5.500v6a.5.5 0 0 1-.5.500h-4a.5.5 0 0 1-.5-.5v-6a.5.5 0 0 1 .5-.5Zm-8 3h4a.5.5 0 0 1 .5.500v3a.5.5 0 0 1-.5.500H4a.5.5 0 0 1-.5-.5v-3a.5.5 0 0 1 .5-.5Z" />
  ),
  pause: <path d="M7 5v10m6-10v10" />,
  play: (
    <path d="M6.5 4.600v10.800a.5.5 0 0 0 .8.400l8-5.400a.5.5 0 0 0 0-.8l-8-5.400a.5.5 0 0 0-.8.400Z" />
  ),
  plug: <path d="M7 3v4m6-4v4M5 7h10v2.500a5 5 0 0 1-10 0V7Zm5 7.500V17" />,
  power: <path d="M10 3v6.500m4.2-4.700a6.3 6.3 0 1 1-8.4 0" />,
  reboot: <path d="M16 10a6 6 0 1 1-1.8-4.300L16 7.500M16 3.500v4h-4" />,
  reset: <path d="m11.5 3-5.5 8h4.500L9 17l5.5-8H10l1.5-6Z" />,
  resume: <path d="M4.5 5v10M8.5 5v10l7.5-5-7.5-5Z" />,
  search: <path d="m16.5 16.5-3.6-3.600M9 14.500a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11Z" />,
  settings: (
    <path d="M3.500 6h6m4 0h3m-13 8h3m4 0h6M11.500 4.200a1.800 1.800 0 1 0 0 3.600 1.800 1.800 0 0 0 0-3.600Zm-3 8a1.800 1.800 0 1 0 0 3.600 1.800 1.800 0 0 0 0-3.600Z" />
  ),
  shield: (
    <path d="M10 3.500 4.5 5.500v4.300c0 3.200 2.300 5.500 5.500 6.900 3.200-1.400 5.500-3.700 5.500-6.900V5.500L10 3.500Z" />
  ),
  stop: <path d="M5.5 4.500h9a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1Z" />,
  sun: (
    <path d="M10 13.500a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM10 2v1.500m0 13V18m8-8h-1.500m-13 0H2m13.7-5.7-1.1 1.100M5.4 14.600l-1.1 1.100m11.4 0-1.1-1.100M5.4 5.4 4.3 4.3" />
  ),
  system: (
    <path d="M4.5 4h11A1.5 1.5 0 0 1 17 5.500v6a1.5 1.5 0 0 1-1.5 1.500h-11A1.5 1.5 0 0 1 3 11.500v-6A1.5 1.5 0 0 1 4.5 4ZM7 16.500h6M10 13v3.5" />
  ),
  terminal: <path d="m4.5 6 4 4-4 4m6 0h5" />,
  trash: (
    <path d="M4 5.500h12M8 5.500V4h4v1.500m-6.5 0 .6 9.600A1.5 1.5 0 0 0 7.6 16.500h4.800a1.5 1.5 0 0 0 1.5-1.400l.6-9.600M8.5 8.500v5m3-5v5" />
  ),
  user: (
    <path d="M10 10a3.2 3.2 0 1 0 0-6.400A3.2 3.2 0 0 0 10 10Zm-6.500 6.500a6.5 6.5 0 0 1 13 0" />
  ),
  vms: (
    <path d="M5.5 3.500h9a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-9a2 2 0 0 1-2-2v-9a2 2 0 0 1 2-2Zm4.5 9a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z" />
  ),
} satisfies Record<string, ReactNode>;

/** A picture beside a text or inside a named control; never the only thing that says something. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={cx('size-5 shrink-0', className)}
    >
      {SHAPES[name]}
    </svg>
  );
}
