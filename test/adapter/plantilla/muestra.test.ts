import { describe, expect, it } from 'vitest'
import { construirMuestra } from '../../../electron/adapters/plantilla/muestra.ts'
import { procesarEnvio } from '../../../electron/gestor/motor.ts'
import { padronDePractica } from '../../../electron/gestor/padron.ts'
import { estadoInicial } from '../../../electron/gestor/semilla.ts'
import { PERSONAS, PERSONA_NO_REGISTRADA } from '../../../shared/practica/personas.ts'
import { filasConProblemas, type ProblemaSembrado } from '../../../shared/practica/muestras.ts'
import type { Mesa } from '../../../shared/planilla/mesa.ts'
import { importarLibro, problemasDe } from './importar-libro.ts'

const DIAS = ['2026-03-10', '2028-02-29']
const claves = { rutOtec: padronDePractica().otec.rut, idSistema: 1350, token: padronDePractica().otec.token }

interface Respuesta { envio?: unknown[]; datosEnviados?: unknown[]; datosError?: { alumno: { rutAlumno: string }; codigo: string }[] }
/** Sends every course of the draft to the simulated service as it is on that day. */
function enviarTodo(mesa: Mesa, hoy: string): Respuesta[] {
  const ahora = new Date(`${hoy}T16:00:00Z`)
  let estado = estadoInicial(ahora)
  return mesa.cursos().map(({ codigoOferta, codigoGrupo }) => {
    const procesado = procesarEnvio(padronDePractica(), estado, { ...claves, ...mesa.curso(codigoOferta, codigoGrupo) }, ahora)
    estado = procesado.estado
    return procesado.respuesta
  })
}

describe.each(DIAS)('sin-problemas on %s', hoy => {
  it('has nothing to say about it, and the simulated service accepts all', async () => {
    const mesa = await importarLibro(await construirMuestra('sin-problemas', hoy), hoy)
    expect(problemasDe(mesa)).toEqual([])
    expect(mesa.cursos()).toMatchObject([{ alumnos: 6, modulos: 12, enviables: 6 }])
    expect(enviarTodo(mesa, hoy).map(r => r.envio?.length)).toEqual([6])
  })
})

describe.each(DIAS)('con-problemas on %s', hoy => {
  const { sembrados } = filasConProblemas(hoy)
  const lugar = (p: { tabla: string; fila: number | null; columna: string | null; causa: string; nivel: string }): string => `${p.tabla}!${p.fila ?? 0} ${p.columna ?? ''} ${p.nivel} ${p.causa}`

  it('has exactly the problems that were sown, where they were sown', async () => {
    const mesa = await importarLibro(await construirMuestra('con-problemas', hoy), hoy)
    const hallados = problemasDe(mesa).map(lugar).toSorted()
    expect(hallados).toEqual(sembrados.map(s => lugar({ ...s, tabla: s.clase })).toSorted())
    expect(sembrados.filter(s => s.nivel === 'error')).toHaveLength(10)
  })

  it('fixed as it says, is refused for two alumnos (012 and 025) and accepted for the rest', async () => {
    const mesa = await importarLibro(await construirMuestra('con-problemas', hoy), hoy)
    for (const s of sembrados) arreglar(mesa, s)
    expect(problemasDe(mesa, 'error')).toEqual([])
    expect(mesa.cursos().map(c => [c.enviables, c.conError])).toEqual([[5, 0], [9, 0]])
    const [alimentos, administrativo] = enviarTodo(mesa, hoy)
    expect(alimentos?.envio).toHaveLength(5)
    expect(administrativo?.datosEnviados).toHaveLength(7)
    expect(administrativo?.datosError?.map(e => [e.alumno.rutAlumno, e.codigo])).toEqual([
      [String(PERSONAS.paola.rut.numero), '025'], [String(PERSONA_NO_REGISTRADA.rut.numero), '012'],
    ])
  })
})

/** Rows keep the sheet's number as their id. */
function arreglar(mesa: Mesa, { clase, fila, columna, arreglo }: ProblemaSembrado): void {
  if (arreglo === 'dejar-fuera') mesa.excluir(clase, [fila], true)
  else if (arreglo) mesa.editar(clase, [{ filaId: fila, columna, texto: arreglo.texto }])
}

describe('both samples', () => {
  it('can be sent one after the other, in any order: they are of different courses', async () => {
    const [con, sin] = [filasConProblemas('2026-03-10').filas, await importarLibro(await construirMuestra('sin-problemas', '2026-03-10'), '2026-03-10')]
    const ofertas = con.cursos.map(c => c['curso.codigoOferta'])
    expect(sin.cursos().some(c => ofertas.includes(c.codigoOferta))).toBe(false)
  })
})
