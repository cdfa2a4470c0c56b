import { describe, expect, it } from 'vitest'
import { BANDEJA, SIGUE_EN_BANDEJA, SIGUE_ENVIANDO, TERMINO } from '../../../electron/services/textos-noche.ts'
import { crearVigilia, type LineaBandeja } from '../../../electron/services/vigilia.ts'
import type { NocheEstado, NocheTermino } from '../../../shared/ipc/modelos-noche.ts'
import type { ProgresoEnvio } from '../../../shared/ipc/modelos.ts'

const PARA = '2026-11-25T01:41:00.000Z' // 22:41 in Santiago
const ENVIO = { envioId: 'e1', nombreArchivo: 'avance.xlsx', alumnos: 3, cursos: 1, para: PARA }
const ESPERA: NocheEstado = { programados: [{ ...ENVIO, espera: 'hora', falla: null }], vencidos: [] }
const NADA: NocheEstado = { programados: [], vencidos: [] }
const FIN: NocheTermino = { envioId: 'e1', nombreArchivo: 'avance.xlsx', estado: 'aceptado-con-rechazos', alumnos: 3, aceptados: 2, rechazados: 1, desconocidos: 0 }
const progreso = (terminado: boolean): ProgresoEnvio => ({ envioId: 'e1', estado: 'enviando', llamada: 1, llamadas: 1, codigoOferta: '', codigoGrupo: '', terminado, cancelando: false, curso: 1, cursos: 1, parte: 1, partes: 1, alumnos: 3, alumnosListos: 0 })

function puesto() {
  const p = {
    ahora: new Date('2026-11-24T18:00:00Z'), bateria: false, ventana: true, desvelado: false, menu: null as { titulo: string; lineas: readonly LineaBandeja[] } | null, menus: 0,
    avisos: [] as { titulo: string; cuerpo: string; pulsar: () => void }[], abiertos: [] as (string | null)[], cancelados: [] as string[],
  }
  const vigilia = crearVigilia({
    reloj: { ahora: () => p.ahora }, bandeja: (menu) => { p.menu = menu; p.menus++ }, desvelar: (si) => { p.desvelado = si },
    notificar: (a, pulsar) => { p.avisos.push({ ...a, pulsar }) }, enBateria: () => p.bateria, hayVentana: () => p.ventana, abrir: (id) => { p.abiertos.push(id) },
    desprogramar: (id) => { p.cancelados.push(id) }, salir: () => undefined,
  })
  const pulsar = (texto: string): void => { p.menu?.lineas.find((l) => l.texto === texto)?.hacer?.() }
  const cerrar = (): boolean => { p.ventana = false; return vigilia.ventanaCerrada() }
  return { p, vigilia, pulsar, cerrar }
}

describe('with nothing for the night', () => {
  it('the program ends with its window, sleeps when it likes, and asks nothing', () => {
    const { p, vigilia, cerrar } = puesto()
    vigilia.estado(NADA)
    expect([vigilia.alSalir(), vigilia.haceFalta(), p.menu, p.desvelado]).toEqual([null, false, null, false])
    expect(cerrar()).toBe(false)
    expect(p.avisos).toEqual([])
  })
})

describe('with a send that waits', () => {
  it('the program stays when its window closes, beside the clock, and says so', () => {
    const { p, vigilia, pulsar, cerrar } = puesto()
    vigilia.estado(ESPERA)
    expect(cerrar()).toBe(true)
    expect(p.avisos).toMatchObject([SIGUE_EN_BANDEJA(PARA, p.ahora)])
    expect(p.menu?.titulo).toContain('hoy a las 22:41')
    pulsar(BANDEJA.abrir)
    pulsar(BANDEJA.cancelar(PARA, p.ahora))
    expect([p.abiertos, p.cancelados]).toEqual([[null], ['e1']])
    vigilia.estado(NADA)
    expect(p.menu).toBeNull()
  })
  it('leaving it is asked about, in words with its hour', () => {
    const { vigilia } = puesto()
    vigilia.estado(ESPERA)
    expect(vigilia.alSalir()?.titulo).toContain('hoy a las 22:41')
  })
  it('the menu is made again only when it says something else', () => {
    const { p, vigilia } = puesto()
    vigilia.estado(ESPERA)
    const antes = p.menus
    vigilia.tic()
    expect(p.menus).toBe(antes)
    p.ahora = new Date('2026-11-23T18:00:00Z')
    vigilia.tic()
    expect(p.menu?.titulo).toContain('mañana a las 22:41')
  })
  it('keeps the computer awake: plugged in, all along; on battery, from half an hour before the window', () => {
    const { p, vigilia } = puesto()
    vigilia.estado(ESPERA)
    expect(p.desvelado).toBe(true)
    p.bateria = true
    vigilia.tic()
    expect(p.desvelado).toBe(false)
    p.ahora = new Date('2026-11-25T00:29:59Z')
    vigilia.tic()
    expect(p.desvelado).toBe(false)
    p.ahora = new Date('2026-11-25T00:30:00Z')
    vigilia.tic()
    expect(p.desvelado).toBe(true)
    vigilia.estado(NADA)
    expect(p.desvelado).toBe(false)
  })
})

describe('while sending', () => {
  it('the computer stays awake, also on battery, the send goes on with the window closed, and leaving is asked about', () => {
    const { p, vigilia, cerrar } = puesto()
    p.bateria = true
    vigilia.progreso(progreso(false))
    expect([p.desvelado, vigilia.alSalir()?.titulo]).toEqual([true, 'Se está enviando a SENCE'])
    expect(cerrar()).toBe(true)
    expect(p.avisos).toMatchObject([SIGUE_ENVIANDO])
    vigilia.progreso(progreso(true))
    expect([p.desvelado, vigilia.alSalir()]).toEqual([false, null])
  })
})

describe('the end', () => {
  it('is notified; pressed, it opens the answer; and the program waits to be looked at', () => {
    const { p, vigilia, pulsar } = puesto()
    p.ventana = false
    vigilia.estado(ESPERA)
    vigilia.estado(NADA)
    vigilia.termino(FIN)
    expect(p.avisos.at(-1)).toMatchObject(TERMINO(FIN))
    expect(p.avisos.at(-1)?.cuerpo).toContain('2 alumnos con su avance al día, 1 alumno con rechazo')
    p.avisos.at(-1)?.pulsar()
    pulsar(BANDEJA.respuesta)
    expect(p.abiertos).toEqual(['e1', 'e1'])
    expect([vigilia.haceFalta(), vigilia.ventanaCerrada()]).toEqual([true, true])
    p.ventana = true
    vigilia.ventanaAbierta()
    p.ventana = false
    expect(vigilia.ventanaCerrada()).toBe(false)
  })
  it('a window that was missed is told once, by the system only while no window says it', () => {
    const { p, vigilia } = puesto()
    const perdido: NocheEstado = { programados: [], vencidos: [ENVIO] }
    vigilia.estado(perdido)
    expect(p.avisos).toEqual([])
    const otro = puesto()
    otro.p.ventana = false
    otro.vigilia.estado(perdido)
    otro.vigilia.estado({ ...perdido, programados: [] })
    expect(otro.p.avisos).toHaveLength(1)
    expect([otro.vigilia.haceFalta(), otro.p.menu === null]).toEqual([true, false])
  })
})
