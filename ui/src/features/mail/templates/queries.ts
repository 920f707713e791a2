import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, request } from '@/api/client';
import { useCommand } from '@/api/command';
import { keys } from '@/api/keys';
import type { MailPreview, MailTemplate, MailTemplatePage, MailWords } from '@/api/schema';

const PATH = '/api/admin/mail-templates';

/** What mails say. */
export const mailTemplatesQuery = queryOptions({
  queryKey: keys.mailTemplates,
  queryFn: ({ signal }) => api.get<MailTemplatePage>(PATH, { signal }),
  select: (page) => page.items,
});

/** A template in a language. */
export interface Edited {
  template: MailTemplate;
  language: string;
}

/** Takes other words, or with none the template's own again; only of the version that is shown. */
export function useChooseWords({ template, language }: Edited) {
  const queryClient = useQueryClient();
  return useCommand({
    send: (words: MailWords | undefined, signal) =>
      request<MailTemplate>(words ? 'PUT' : 'DELETE', pathOf(template, language), {
        body: words,
        signal,
        headers: { 'If-Match': `"${template.version}"` },
      }),
    refresh: () => queryClient.invalidateQueries({ queryKey: keys.mailTemplates }),
  });
}

/** Has a mail with these words made, which nobody is sent. */
export function usePreview({ template, language }: Edited) {
  return useCommand({
    send: (words: MailWords, signal) =>
      api.post<MailPreview>(`${pathOf(template, language)}/preview`, words, { signal }),
    refresh: () => Promise.resolve(),
  });
}

function pathOf({ name }: MailTemplate, language: string): string {
  return `${PATH}/${encodeURIComponent(name)}/${language}`;
}
