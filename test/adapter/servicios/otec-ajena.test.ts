import { afterEach, expect, it } from 'vitest'
import { conGuardia } from '../../../electron/services/guardia-otec.ts'
import type { FuenteCursos } from '../../../electron/services/fuente-cursos.ts'
import { cursoDePrueba } from '../../unit/envio/curso-de-prueba.ts'
import { A, OTEC, TOKEN, montar, type Escena } from './soporte.ts'

const AJENA = '77654308-K'
const abiertas: Escena[] = []
afterEach(async () => { for (const e of abiertas.splice(0)) await e.cerrar() })
const curso = (oferta: string) => cursoDePrueba([{ rut: A, modulos: { M1: 30 } }], { oferta })

async function escena(forjar: (p: FuenteCursos) => Partial<FuenteCursos>): Promise<Escena> {
  const e = await montar({
    cursos: [curso('OF-1'), curso('OF-2')],
    cambiar: (p) => ({ planillas: Object.assign(Object.create(p.planillas) as FuenteCursos, forjar(p.planillas)), cliente: conGuardia(p.cliente, { rutOtec: OTEC, credenciales: p.credenciales, registro: p.registro }) }),
  })
  abiertas.push(e)
  return e
}
const deOtra = (rutOtec: string | null | undefined) => (p: FuenteCursos): Partial<FuenteCursos> => ({
  resumen: async (id) => { const r = await p.resumen(id); return r.ok ? { ok: true, valor: { ...r.valor, ...(rutOtec === undefined ? { rutOtec: null } : { rutOtec }) } } : r },
})
const recibidos = async (e: Escena): Promise<number> => {
  const r = await e.cliente.historialEnvios({ rutOtec: OTEC, token: TOKEN }, {})
  return r.tipo === 'respuesta' ? (JSON.parse(r.texto) as unknown[]).length : -1
}

it.each([AJENA, null, '', undefined])('a draft that is of %j is refused at the preview, in its JSON and at the queue; nothing is written nor sent', async (rut) => {
  const e = await escena(deOtra(rut))
  expect(await e.envios.previo({ borradorId: 'b1' })).toMatchObject({ ok: false, falla: { codigo: 'otec-ajena' } })
  expect(await e.envios.json({ borradorId: 'b1', codigoOferta: 'OF-1', codigoGrupo: 'GR-1' })).toMatchObject({ ok: false, falla: { codigo: 'otec-ajena' } })
  expect(await e.envios.enviar({ borradorId: 'b1' })).toMatchObject({ ok: false, falla: { codigo: 'otec-ajena' } })
  expect(e.diario.envios()).toEqual([])
  expect(await recibidos(e)).toBe(0)
  expect(e.envios.enviando()).toBe(false)
})

it('the OTEC changing between the preview and the queue is seen there', async () => {
  let rutOtec = OTEC
  const e = await escena((p) => ({ resumen: async (id) => { const r = await p.resumen(id); return r.ok ? { ok: true, valor: { ...r.valor, rutOtec } } : r } }))
  expect(await e.envios.previo({ borradorId: 'b1' })).toMatchObject({ ok: true })
  rutOtec = AJENA
  expect(await e.envios.enviar({ borradorId: 'b1' })).toMatchObject({ ok: false, falla: { codigo: 'otec-ajena' } })
  expect(e.diario.envios()).toEqual([])
})

it('a course that smuggles another RUT into the body does not pass the last review', async () => {
  const e = await escena((p) => ({
    curso: async (...que) => { const r = await p.curso(...que); return r.ok && r.valor !== null ? { ok: true, valor: { ...r.valor, curso: { ...r.valor.curso, rutOtec: AJENA } as typeof r.valor.curso } } : r },
  }))
  expect(await e.envios.enviar({ borradorId: 'b1' })).toMatchObject({ ok: false, falla: { codigo: 'revision-final' } })
  expect(await recibidos(e)).toBe(0)
})

it('credentials of another OTEC put in between two calls: the second does not leave, nor those behind it, and it is said', async () => {
  const e = await escena(() => ({}))
  e.planillas.cursos.push(curso('OF-3'))
  e.puertos.esperar = () => { e.credenciales.guardadas = { rutOtec: AJENA, nombre: '', token: TOKEN, tokenGuardado: true }; return Promise.resolve() }
  const envioId = await e.enviarTodo()
  const titulo = 'Estos datos son de otra OTEC'
  expect(e.envios.detalle({ envioId })).toMatchObject({ ok: true, valor: { llamadas: [{ estado: 'aceptado' }, { estado: 'fallido', titulo }, { estado: 'cancelado', titulo }] } })
  expect(await recibidos(e)).toBe(1)
})
