/** After a fault: the program starts again, finds out what happened, the person sends what did not arrive, and it is counted. */
import { HORAS_DE_PACIENCIA } from '../../shared/domain/conciliacion.ts'
import type { Curso } from '../../shared/domain/curso.ts'
import { clave, cursosDelMundo, type Mundo, type OpcionesPrograma, type Programa } from './mundo.ts'

export interface Cuenta {
  /** alumno × course that the person asked to send. */
  intentados: number
  /** Of them, how many left this computer. */
  enviados: number
  /** Of them, how many the journal says that SENCE accepted, once everything is known. */
  aceptados: number
  perdidos: number
  duplicados: number
  /** How many were known to be accepted at the end of the first act, before anything was asked. */
  alPrimerActo: number
  /** What was lost or repeated, for whoever has to look for it. */
  detalle: string[]
}

/** A life with a fault in its first act. @param romper opens the program with what breaks it */
export async function vida(m: Mundo, romper: OpcionesPrograma): Promise<Cuenta> {
  const programa = m.abrir(romper)
  const negativa = await programa.enviar(cursosDelMundo())
  await programa.cerrar()
  return despues(m, negativa)
}

interface Sabido { resultado: string; conPalabras: boolean; salio: boolean }
/** alumno × course → what the journal says of it, the best of its calls. */
function sabidos(p: Programa): Map<string, Sabido> {
  const orden = ['no-enviado', 'desconocido', 'rechazado', 'aceptado']
  const hallados = new Map<string, Sabido>()
  const lista = p.envios.lista()
  for (const fila of lista.ok ? lista.valor : []) {
    const d = p.envios.detalle({ envioId: fila.id })
    for (const l of d.ok ? d.valor.llamadas : []) {
      for (const a of l.alumnos) {
        const k = `${l.codigoOferta} ${a.rut.replace(/\.|-.*$/gu, '')}`
        const conPalabras = a.resultado === 'aceptado' || a.titulo !== null
        const antes = hallados.get(k)
        if (antes === undefined || orden.indexOf(a.resultado) > orden.indexOf(antes.resultado)) hallados.set(k, { resultado: a.resultado, conPalabras, salio: l.enviadoEn !== null })
      }
    }
  }
  return hallados
}

/**
 * @param negativa words with which the program refused to send, or null
 * @param conocidos how many the first act had already told the person as accepted
 */
export async function despues(m: Mundo, negativa: string | null, conocidos = 0): Promise<Cuenta> {
  const programa = m.abrir()
  const detalle: string[] = []
  try {
    const antes = sabidos(programa)
    const alPrimerActo = [...antes.values()].filter((s) => s.resultado === 'aceptado').length
    if (alPrimerActo < conocidos) detalle.push(`lo dicho: ${conocidos} aceptados, ${alPrimerActo} en el diario`)
    await programa.despertar()
    // Impatient at first, as people are: none of this may pass for time.
    for (let i = 0; i < 2; i++) { m.horas++; await programa.envios.empezarDeFondo() }
    for (let i = 0; i < 3; i++) { m.horas += HORAS_DE_PACIENCIA + 1; await programa.envios.empezarDeFondo() }

    const tras = sabidos(programa)
    const enSence = await m.enSence()
    const pedidos = cursosDelMundo()
    let perdidos = Math.max(0, conocidos - alPrimerActo)
    for (const [curso, k, claves] of cadaUno(pedidos)) {
      const s = tras.get(k)
      const loTiene = claves.every((c) => enSence.has(c))
      if (s === undefined && negativa === null && loTiene && !programa.avisado) { perdidos++; detalle.push(`${k}: SENCE lo tiene y el diario no lo nombra (${curso.codigoOferta})`) }
      if (s?.resultado === 'aceptado' && !loTiene) { perdidos++; detalle.push(`${k}: el diario dice aceptado y SENCE no lo tiene`) }
      if (s !== undefined && !s.conPalabras) { perdidos++; detalle.push(`${k}: ${s.resultado} sin una palabra`) }
    }
    // The second act: those of whom the program says that SENCE does not have them.
    // Told that the journal was damaged, and to look in SENCE's history first, the person does so for those it does not name.
    const aReenviar = (c: Curso, a: Curso['listaAlumnos'][number]): boolean => {
      const s = tras.get(`${c.codigoOferta} ${a.rutAlumno}`)
      if (s !== undefined) return s.resultado === 'no-enviado'
      return !programa.avisado || !a.listaModulos.every((mo) => enSence.has(clave(c.codigoOferta, a.rutAlumno, mo.codigoModulo, mo.porcentajeAvance)))
    }
    const faltan = pedidos.map((c) => ({ ...c, listaAlumnos: c.listaAlumnos.filter((a) => aReenviar(c, a)) })).filter((c) => c.listaAlumnos.length > 0)
    if (faltan.length > 0) {
      const otra = await programa.enviar(faltan)
      if (otra !== null) { perdidos += faltan.reduce((n, c) => n + c.listaAlumnos.length, 0); detalle.push(`segundo acto: ${otra}`) }
    }
    const alFinal = sabidos(programa)
    const final = await m.enSence()
    for (const [, k, claves] of cadaUno(pedidos)) {
      if (!claves.every((c) => final.has(c)) && alFinal.get(k)?.conPalabras !== true) { perdidos++; detalle.push(`${k}: al final SENCE no lo tiene y nadie lo dijo`) }
    }
    let duplicados = 0
    for (const [k, veces] of final) if (veces > 1) { duplicados += veces - 1; detalle.push(`${k}: ${veces} veces en SENCE`) }
    const valores = [...alFinal.values()]
    return {
      intentados: pedidos.reduce((n, c) => n + c.listaAlumnos.length, 0), enviados: [...antes.values()].filter((s) => s.salio).length,
      aceptados: valores.filter((s) => s.resultado === 'aceptado').length, perdidos, duplicados, alPrimerActo, detalle,
    }
  } finally { await programa.cerrar() }
}

function cadaUno(cursos: readonly Curso[]): [Curso, string, string[]][] {
  return cursos.flatMap((c) => c.listaAlumnos.map((a): [Curso, string, string[]] =>
    [c, `${c.codigoOferta} ${a.rutAlumno}`, a.listaModulos.map((mo) => clave(c.codigoOferta, a.rutAlumno, mo.codigoModulo, mo.porcentajeAvance))]))
}

export function sumar(cuentas: readonly Cuenta[]): Cuenta {
  const total = (f: (c: Cuenta) => number): number => cuentas.reduce((n, c) => n + f(c), 0)
  return {
    intentados: total((c) => c.intentados), enviados: total((c) => c.enviados), aceptados: total((c) => c.aceptados),
    perdidos: total((c) => c.perdidos), duplicados: total((c) => c.duplicados), alPrimerActo: total((c) => c.alPrimerActo), detalle: cuentas.flatMap((c) => c.detalle),
  }
}
