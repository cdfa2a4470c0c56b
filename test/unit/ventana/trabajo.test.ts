import { describe, expect, it } from 'vitest'
import { avanzar, estaOcupado, SIN_TRABAJO, type Hecho, type Trabajo } from '../../../renderer/estado/trabajo.ts'
import type { BorradorResumen } from '../../../shared/ipc/modelos.ts'
import type { Falla } from '../../../shared/ipc/result.ts'

const resumen = (version: number, id = 'b1'): BorradorResumen => ({
  id, nombreArchivo: 'avance.xlsx', disposicion: 'por-hojas', version, tablas: [], cursos: [], errores: 0, avisos: 0, informaciones: 0,
  puedeDeshacer: false, puedeRehacer: false, textoDeshacer: null, textoRehacer: null, notas: [], sinCambiosTrasRechazo: 0,
})
const falla: Falla = { codigo: 'x', titulo: 't', explicacion: 'e', queHacer: 'q' }
const tras = (...hechos: Hecho[]): Trabajo => hechos.reduce(avanzar, SIN_TRABAJO)
const EN_REVISION: Hecho[] = [{ tipo: 'importar' }, { tipo: 'abierta', resumen: resumen(1) }]
const ENVIANDO: Hecho[] = [...EN_REVISION, { tipo: 'ver-previo' }, { tipo: 'enviada', envioId: 'e1' }]

describe('the way from a workbook to the answer', () => {
  it('goes import → review → preview → sending → answer → review', () => {
    expect(tras(...EN_REVISION).etapa).toBe('revision')
    expect(tras(...ENVIANDO)).toMatchObject({ etapa: 'enviando', envioId: 'e1' })
    expect(tras(...ENVIANDO, { tipo: 'terminada', envioId: 'e1' })).toMatchObject({ etapa: 'respuesta', envioId: 'e1' })
    expect(tras(...ENVIANDO, { tipo: 'terminada', envioId: 'e1' }, { tipo: 'revisar' }).etapa).toBe('revision')
  })

  it('the first rows of a file that is being read stay on view while the rest is told', () => {
    const progreso = { etapa: 'interpretando' as const, porcentaje: 0, filas: 8, nombreArchivo: 'a.xlsx' }
    const primeras = { hoja: 'Avance', titulos: ['RUT'], filas: [{ fila: 2, textos: ['1-9'] }] }
    expect(tras({ tipo: 'importar' }, { tipo: 'progreso', progreso: { ...progreso, primeras } }, { tipo: 'progreso', progreso: { ...progreso, porcentaje: 50 } })).toMatchObject({ progreso: { porcentaje: 50, primeras } })
    expect(tras({ tipo: 'importar' }, { tipo: 'progreso', progreso: { ...progreso, primeras } }, { tipo: 'importar' })).toMatchObject({ progreso: null })
  })

  it('a failed import comes back home with its words', () => {
    expect(tras({ tipo: 'importar' }, { tipo: 'no-abierta', falla })).toEqual({ etapa: 'inicio', falla })
  })

  it('stops to ask: which columns are which before there is a draft, and how one is read before the review', () => {
    const preparacion = { id: 'p1', nombreArchivo: 'a.csv', parece: true, hojas: [], hoja: 0, reparto: null }
    expect(tras({ tipo: 'importar' }, { tipo: 'preparada', preparacion, falla, reemplaza: null })).toEqual({ etapa: 'asistente', preparacion, falla, reemplaza: null })
    expect(tras({ tipo: 'importar' }, { tipo: 'preparada', preparacion, falla, reemplaza: null }, { tipo: 'importar' }, { tipo: 'abierta', resumen: resumen(1) }).etapa).toBe('revision')
    const preguntando = tras({ tipo: 'importar' }, { tipo: 'preguntar', resumen: resumen(1), preguntas: [] })
    expect(preguntando.etapa).toBe('preguntas')
    expect(avanzar(preguntando, { tipo: 'cambiada', resumen: resumen(2) })).toMatchObject({ etapa: 'preguntas', resumen: { version: 2 } })
    for (const h of [{ tipo: 'preparada', preparacion, falla, reemplaza: null }, { tipo: 'preguntar', resumen: resumen(9), preguntas: [] }] satisfies Hecho[]) expect(tras(...ENVIANDO, h)).toEqual(tras(...ENVIANDO))
  })

  it('while a send runs, nothing takes the screen away from it', () => {
    for (const h of [{ tipo: 'importar' }, { tipo: 'cerrar' }, { tipo: 'abierta', resumen: resumen(9, 'otro') }, { tipo: 'no-abierta', falla }] satisfies Hecho[]) {
      expect(tras(...ENVIANDO, h)).toEqual(tras(...ENVIANDO))
    }
    expect(estaOcupado(tras(...ENVIANDO))).toBe(true)
  })

  it('drops late answers: older versions, other drafts, other sends, progress after the end', () => {
    const conCambio = tras(...EN_REVISION, { tipo: 'cambiada', resumen: resumen(3) })
    expect(avanzar(conCambio, { tipo: 'cambiada', resumen: resumen(2) })).toEqual(conCambio)
    expect(avanzar(conCambio, { tipo: 'cambiada', resumen: resumen(9, 'otro') })).toEqual(conCambio)
    expect(tras(...ENVIANDO, { tipo: 'terminada', envioId: 'e0' }).etapa).toBe('enviando')
    expect(tras(...EN_REVISION, { tipo: 'progreso', progreso: { etapa: 'listo', porcentaje: 100, filas: 1, nombreArchivo: 'a' } }).etapa).toBe('revision')
  })
})
