import { useTranslation } from 'react-i18next';
import type { Image } from '@/api/schema';
import { Button, LinkButton } from '@/components/Button';
import { Glyph } from '@/components/Glyph';
import { withLastSearch } from '@/lib/lastSearch';
import { VmSize } from '../VmSize';
import { countOf, nameOf, unreadableNumbers } from './form';
import { FreeRoom } from './FreeRoom';
import type { CreateForm } from './useCreateForm';

/** What will be made, whether there is room for it, and the button that makes it. */
export function Summary({ form, image }: { form: CreateForm; image: Image | undefined }) {
  const { t } = useTranslation();
  const { values, pending } = form;
  const name = values.name.trim();
  const count = countOf(values);
  const readable = unreadableNumbers(values).length === 0;
  return (
    <>
      <div aria-hidden="true" className="mb-4 flex gap-3">
        <Glyph
          shape={pending ? 'working' : name && image ? 'empty' : 'waiting'}
          className="mt-0.5 size-6 text-ink-faint"
        />
        <div className="min-w-0">
          <p className="truncate font-semibold">
            {name === '' ? t('vm.create.unnamed') : count > 1 ? nameOf(values, 1) : name}
          </p>
          {count > 1 && <p className="text-sm">{t('vm.create.andMore', { count: count - 1 })}</p>}
          <p className="truncate text-sm text-ink-soft">{image?.name ?? t('vm.create.noImage')}</p>
          <p className="min-h-10 text-sm text-ink-faint">
            {readable && (
              <VmSize
                vcpus={Number(values.vcpus)}
                memoryMib={Number(values.memoryMib)}
                diskGib={Number(values.diskGib)}
              />
            )}
          </p>
        </div>
      </div>
      <FreeRoom form={form} />
      <div className="space-y-2">
        <Button type="submit" look="primary" className="h-10 w-full" unavailable={pending}>
          {pending ? t('vm.create.pending') : t('vm.create.submit', { count })}
        </Button>
        <LinkButton to={withLastSearch('/vms')} look="ghost" className="w-full">
          {t('common.cancel')}
        </LinkButton>
      </div>
    </>
  );
}
