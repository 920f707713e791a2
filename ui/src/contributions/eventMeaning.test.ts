import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it, vi } from 'vitest';
import type { ChangeEvent } from '@/api/invalidation';
import type { EventType } from './contribution';
import { eventMeaning } from './eventMeaning';
import { Registry } from './registry';

const change = { type: 'rack', id: '1', action: 'changed' } as const;

function contributed(...types: EventType[]) {
  const parts = types.map((type, index) => ({
    id: `part-${index}`,
    name: `Part ${index}`,
    eventTypes: [type],
  }));
  const { mend } = eventMeaning(new Registry(parts));
  return { mend: (event: ChangeEvent) => mend(event, new QueryClient()) };
}

describe('an event', () => {
  it('means what all say who know its type', () => {
    const { mend } = contributed(
      { type: 'rack', mend: () => [['racks']] },
      { type: 'vm', mend: () => [['vms']] },
      { type: 'rack', mend: ({ id }) => [['shelves', id]] },
    );
    expect(mend(change)).toEqual([['racks'], ['shelves', '1']]);
  });

  it('is handled by the others where one of them fails, who is named', () => {
    const complain = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { mend } = contributed(
      {
        type: 'rack',
        mend: () => {
          throw new Error('broken');
        },
      },
      { type: 'rack', mend: () => [['racks']] },
    );
    expect(mend(change)).toEqual([['rack'], ['racks'], ['racks']]);
    expect(complain).toHaveBeenCalledWith(
      expect.stringContaining('Part 0'),
      expect.objectContaining({ message: 'broken' }),
    );
  });

  it.each([[undefined], [[undefined]], [[[]]], ['racks']])(
    'makes nothing doubtful, least of all everything, where somebody says %j',
    (said) => {
      const { mend } = contributed({ type: 'rack', mend: () => said as never });
      expect(mend(change)).toEqual([]);
    },
  );
});
