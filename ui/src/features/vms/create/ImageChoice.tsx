import { useTranslation } from 'react-i18next';
import type { Image } from '@/api/schema';
import { gibToHold } from '@/lib/format';
import { controlId } from './form';

/** The images as cards, of which one is chosen; radio buttons underneath. */
export function ImageChoice({
  images,
  value,
  errors,
  onChange,
}: {
  images: Image[];
  value: string;
  errors: string[];
  onChange: (imageId: string) => void;
}) {
  const { t } = useTranslation();
  const errorId = `${controlId('imageId')}-error`;
  const invalid = errors.length > 0;
  const labelId = `${controlId('imageId')}-label`;
  return (
    <div
      role="radiogroup"
      aria-labelledby={labelId}
      aria-invalid={invalid || undefined}
      aria-describedby={invalid ? errorId : undefined}
    >
      <p id={labelId} className="mb-1.5 font-medium">
        {t('vm.field.image')}
      </p>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] gap-3">
        {images.map((image, index) => (
          <ImageCard
            key={image.id}
            image={image}
            // The error summary leads to the chosen or else the first card.
            {...((value === image.id || (value === '' && index === 0)) && {
              inputId: controlId('imageId'),
            })}
            checked={value === image.id}
            onChoose={() => {
              onChange(image.id);
            }}
          />
        ))}
      </div>
      {invalid && (
        <p id={errorId} className="mt-1.5 text-sm font-medium text-fail">
          {errors.join(' ')}
        </p>
      )}
    </div>
  );
}

function ImageCard({
  image,
  inputId,
  checked,
  onChoose,
}: {
  image: Image;
  inputId?: string;
  checked: boolean;
  onChoose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <label className="relative flex cursor-pointer items-center gap-3 rounded-control border border-control bg-surface px-3.5 py-3 transition-colors hover:bg-hover has-checked:border-ink has-checked:ring-1 has-checked:ring-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink">
      <input
        id={inputId}
        type="radio"
        name="image"
        value={image.id}
        checked={checked}
        onChange={onChoose}
        className="sr-only"
      />
      <span
        aria-hidden="true"
        className="grid size-9 shrink-0 place-items-center rounded-md bg-sunken text-sm font-semibold text-ink-soft uppercase"
      >
        {image.os.slice(0, 2)}
      </span>
      <span className="min-w-0">
        <span className="block truncate font-medium">{image.name}</span>
        <span className="block truncate text-sm text-ink-faint">
          {[
            `${image.os} ${image.version}`,
            image.virtualSizeBytes &&
              t('unit.gigabyte', { value: gibToHold(image.virtualSizeBytes) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
    </label>
  );
}
