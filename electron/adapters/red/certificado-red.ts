/** The certificate of the office's network that the person chose: a copy of it is kept, the file may go. */
import { X509Certificate } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fallar, ok } from '../../../shared/ipc/result.ts'
import { falla } from '../../services/fallas.ts'
import type { CertificadoElegido, CertificadoRed } from '../../services/puertos-red.ts'
import { separar } from './autoridades.ts'

/** A chain of authorities takes some kilobytes. */
const LIMITE = 256 * 1024
const ARCHIVO = 'certificado-red.pem'

/** @param alCambiar the trusted authorities are no longer the same */
export function abrirCertificadoRed(carpeta: string, alCambiar: () => void): CertificadoRed {
  const archivo = path.join(carpeta, ARCHIVO)
  let pem = leerGuardado(archivo)
  return {
    pem: () => pem,
    actual: () => pem === null ? null : resumir(pem),
    elegir: async (ruta) => {
      let leido: string | null
      try { leido = (await stat(ruta)).size > LIMITE ? null : aPem(await readFile(ruta)) } catch { return fallar(falla('certificado-no-se-lee')) }
      const resumen = leido === null ? null : resumir(leido)
      if (leido === null || resumen === null) return fallar(falla('certificado-no-es'))
      try { await writeFile(archivo, leido, { mode: 0o600 }) } catch { return fallar(falla('ajustes-no-guardados')) }
      pem = leido
      alCambiar()
      return ok(resumen)
    },
    quitar: () => {
      try { rmSync(archivo, { force: true }) } catch { return fallar(falla('ajustes-no-guardados')) }
      pem = null
      alCambiar()
      return ok({})
    },
  }
}

function leerGuardado(archivo: string): string | null {
  try {
    const texto = readFileSync(archivo, 'utf8')
    return resumir(texto) === null ? null : texto
  } catch { return null }
}

/** PEM, or the binary form that Windows exports; null: neither. Only certificates are taken, never a key that lies beside. */
function aPem(bytes: Buffer): string | null {
  const varios = separar(bytes.toString('latin1'))
  if (varios.length > 0) return `${varios.join('\n')}\n`
  try { return new X509Certificate(bytes).toString() } catch { return null }
}

function resumir(pem: string): CertificadoElegido | null {
  try {
    const certificados = separar(pem).map((uno) => new X509Certificate(uno))
    const [primero] = certificados
    if (primero === undefined) return null
    const campo = (clave: string): string | undefined => primero.subject.split('\n').find((l) => l.startsWith(`${clave}=`))?.slice(clave.length + 1)
    return { nombre: (campo('CN') ?? campo('O') ?? primero.subject.replaceAll('\n', ', ')).slice(0, 200), hasta: new Date(primero.validTo).toISOString().slice(0, 10) }
  } catch { return null }
}
