/** Which texts a source says: those that it names, and those that it makes the names of, such as `vm.state.${state}`. */
export function textUses(source: string): (key: string) => boolean {
  const named = new Set([...source.matchAll(/['"]([\w.-]+)['"]/g)].map(([, key]) => key));
  const made = [...source.matchAll(/`([^`\n]*\$\{[^`\n]*)`/g)]
    .map(([, template = '']) => template.replace(/\$\{[^}]*\}/g, '*'))
    .filter((template) => /^[\w.*-]+\.[\w.*-]+$/.test(template))
    .map(
      (template) => new RegExp(`^${template.replaceAll('.', '\\.').replaceAll('*', '[\\w-]+')}$`),
    );
  return (key) => {
    const name = withoutPlural(key);
    return named.has(name) || made.some((pattern) => pattern.test(name));
  };
}

/** The name by which a text with plural forms is asked for. */
export function withoutPlural(key: string): string {
  return key.replace(/_(one|many|other)$/, '');
}
