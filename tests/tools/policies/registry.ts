/** Values below a key of the registry, by their names. */
export type RegistryValues = Readonly<Record<string, unknown>>;

const POLICIES = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies';

/** A file that Windows' registry takes in; keys stand below the policies. Lists and objects are held as JSON. */
export function registryFile(keys: Readonly<Record<string, RegistryValues>>): string {
  const parts = Object.entries(keys).map(([key, values]) => {
    const lines = Object.entries(values).map(([name, value]) => `${quoted(name)}=${held(value)}`);
    return [`[${POLICIES}\\${key}]`, ...lines, ''].join('\n');
  });
  return ['Windows Registry Editor Version 5.00', '', ...parts].join('\n');
}

function held(value: unknown): string {
  if (typeof value === 'boolean') return `dword:0000000${Number(value)}`;
  return quoted(typeof value === 'string' ? value : JSON.stringify(value));
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
