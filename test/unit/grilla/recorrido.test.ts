import { describe, expect, it } from 'vitest'
import { nivelesDe, problemaVecino, type Direccion, type Lugar } from '../../../renderer/pantallas/revision/recorrido.ts'
import type { Nivel } from '../../../shared/domain/problema.ts'
import type { ProblemaVista } from '../../../shared/ipc/modelos.ts'

const TABLAS = ['curso', 'alumnos', 'modulos']
const COLUMNAS = ['a', 'b', 'c']
const problema = (nivel: Nivel, tabla: string, filaId: number, columna: string | null): ProblemaVista => ({
  id: `${nivel}-${tabla}-${filaId}-${columna}`, nivel, causa: 'x', mensaje: 'm', queHacer: 'q', tabla, filaId, columna,
  hoja: tabla, quien: '', fila: filaId + 2, letra: 'A', original: null, convertido: null,
})
const lugarDe = (p: ProblemaVista): Lugar => ({ tabla: TABLAS.indexOf(p.tabla), fila: p.filaId, columna: p.columna === null ? -1 : COLUMNAS.indexOf(p.columna) })

function armar(lista: ProblemaVista[]) {
  const solo = (n: Nivel): ProblemaVista[] => lista.filter(p => p.nivel === n)
  const de: Record<Nivel, ProblemaVista[]> = { error: solo('error'), aviso: solo('aviso'), informacion: solo('informacion') }
  const totales = { error: de.error.length, aviso: de.aviso.length, informacion: de.informacion.length }
  let lecturas = 0
  const ir = async (direccion: Direccion, foco: Lugar | null, nivelActual: Nivel | null = null, filtro: Nivel | 'todos' = 'todos') => {
    const d = await problemaVecino({
      direccion, niveles: nivelesDe(filtro, totales), totales, nivelActual, foco, lugarDe,
      leer: async (n, i) => { lecturas++; return de[n][i] ?? null },
    })
    return d && `${d.problema.id}${d.dioLaVuelta ? ' (vuelta)' : ''}`
  }
  return { ir, lecturas: () => lecturas }
}
const en = (tabla: number, fila: number, columna: number): Lugar => ({ tabla, fila, columna })

describe('problemaVecino', () => {
  const lista = [
    problema('error', 'alumnos', 3, 'b'), problema('error', 'alumnos', 3, 'c'), problema('error', 'modulos', 1, null),
    problema('aviso', 'curso', 0, 'a'), problema('aviso', 'modulos', 1, 'a'),
    problema('informacion', 'alumnos', 0, 'a'),
  ]

  it.each([
    ['sin foco, el primero', 'siguiente', null, null, 'error-alumnos-3-b'],
    ['sin foco hacia atrás, el último del primer nivel', 'anterior', null, null, 'error-modulos-1-null'],
    ['desde una celda cualquiera, el que viene', 'siguiente', en(1, 2, 2), null, 'error-alumnos-3-b'],
    ['desde un problema, el siguiente y no él mismo', 'siguiente', en(1, 3, 1), 'error', 'error-alumnos-3-c'],
    ['pasa a la hoja siguiente', 'siguiente', en(1, 3, 2), 'error', 'error-modulos-1-null'],
    ['hacia atrás cruza de hoja', 'anterior', en(2, 1, -1), 'error', 'error-alumnos-3-c'],
    ['después del último error, el primer aviso', 'siguiente', en(2, 1, -1), 'error', 'aviso-curso-0-a'],
    ['antes del primer aviso, el último error', 'anterior', en(0, 0, 0), 'aviso', 'error-modulos-1-null'],
    ['al final vuelve al principio y lo dice', 'siguiente', en(2, 1, 0), 'aviso', 'error-alumnos-3-b (vuelta)'],
    ['al principio hacia atrás va al final y lo dice', 'anterior', en(1, 3, 1), 'error', 'aviso-modulos-1-a (vuelta)'],
  ] as const)('%s', async (_, direccion, foco, nivel, esperado) => {
    expect(await armar(lista).ir(direccion, foco, nivel)).toBe(esperado)
  })

  it('con un nivel elegido no sale de él', async () => {
    const { ir } = armar(lista)
    expect(await ir('siguiente', en(0, 0, 0), null, 'aviso')).toBe('aviso-modulos-1-a')
    expect(await ir('siguiente', en(2, 1, 0), null, 'aviso')).toBe('aviso-curso-0-a (vuelta)')
    expect(await ir('siguiente', null, null, 'informacion')).toBe('informacion-alumnos-0-a')
  })

  it('las conversiones no son problemas', async () => {
    expect(await armar([problema('informacion', 'alumnos', 0, 'a')]).ir('siguiente', null)).toBeNull()
    expect(await armar([]).ir('anterior', en(1, 1, 1))).toBeNull()
  })

  it('dos problemas de una misma celda son una sola parada', async () => {
    const { ir } = armar([problema('error', 'alumnos', 1, 'a'), { ...problema('error', 'alumnos', 1, 'a'), id: 'otro' }, problema('error', 'alumnos', 2, 'a')])
    expect(await ir('siguiente', en(1, 1, 0), 'error')).toBe('error-alumnos-2-a')
  })

  it('lee pocos de una lista muy larga', async () => {
    const { ir, lecturas } = armar(Array.from({ length: 100_000 }, (_, i) => problema('error', 'alumnos', i, 'a')))
    expect(await ir('siguiente', en(1, 61_234, 0), 'error')).toBe('error-alumnos-61235-a')
    expect(lecturas()).toBeLessThan(25)
  })
})
