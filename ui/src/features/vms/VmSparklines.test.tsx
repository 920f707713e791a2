import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Vm } from '@/api/schema';
import { RegistryContext } from '@/contributions/context';
import { defineContribution } from '@/contributions/contribution';
import { Registry } from '@/contributions/registry';
import { VM_COLUMNS } from './columns';
import { VmSparklines } from './VmSparklines';

const VM = { id: '1', version: 3, name: 'web' } as Vm;
const line = (id: string) => ({
  id,
  label: id,
  content: ({ vm }: { vm: Vm }) => `${id} ${vm.name}`,
});
const drawn = (...ids: string[]) =>
  renderToStaticMarkup(
    <RegistryContext
      value={
        new Registry([
          defineContribution({ id: 'monitor', name: 'Monitor', vmSparklines: ids.map(line) }),
        ])
      }
    >
      <VmSparklines vm={VM} />
    </RegistryContext>,
  );

describe('the place of small graphs in a row', () => {
  it('is as wide without any as with them', () => {
    const column = VM_COLUMNS.find(({ id }) => id === 'load');
    expect(column?.width).toBe(60 + 8 + 60 + 24);
    expect(drawn()).toBe('');
  });

  it('has a box of fixed size for each that is contributed, and for no more than fit', () => {
    const boxes = drawn('cpu', 'memory', 'disk');
    expect(boxes.match(/width:60px;height:28px/g)).toHaveLength(2);
    expect(boxes).toContain('cpu web');
    expect(boxes).toContain('memory web');
    expect(boxes).not.toContain('disk');
  });
});
