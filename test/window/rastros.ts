/** Looks for a secret in everything that the program has written. */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

/** Ways in which a text could have been written: as it is, without its hyphens, for JavaScript's strings, and in base64. */
function formas(texto: string): Buffer[] {
  const variantes = [texto, texto.replaceAll('-', '')].flatMap((t) => [t.toUpperCase(), t.toLowerCase()])
  return variantes.flatMap((t) => [Buffer.from(t, 'latin1'), Buffer.from(t, 'utf16le'), Buffer.from(encodeURIComponent(t)), ...enBase64(t)])
}

/** Base64 of a text within a longer one depends on where it begins: all three ways, without the ends that its neighbours change. */
function enBase64(texto: string): Buffer[] {
  return [0, 1, 2].map((corrimiento) => {
    const completo = Buffer.concat([Buffer.alloc(corrimiento), Buffer.from(texto, 'latin1')]).toString('base64').replace(/=+$/, '')
    return Buffer.from(completo.slice(corrimiento === 0 ? 0 : corrimiento + 1, -2))
  })
}

/** The token, and those of its groups that are long enough not to be found by chance. */
export const agujasDe = (token: string): Buffer[] => [token, ...token.split('-').filter((g) => g.length >= 8)].flatMap(formas)

/** Files of the folder (and of those inside it) in which one of the needles stands. Empty when there is no trace. */
export async function archivosCon(carpeta: string, agujas: readonly Buffer[]): Promise<string[]> {
  const entradas = await readdir(carpeta, { recursive: true, withFileTypes: true })
  const archivos = entradas.filter((e) => e.isFile()).map((e) => path.join(e.parentPath, e.name))
  const con: string[] = []
  for (const archivo of archivos) {
    const bytes = await readFile(archivo)
    if (agujas.some((a) => bytes.includes(a))) con.push(path.relative(carpeta, archivo))
  }
  return con
}
