import { createHash } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { crearClienteGestor } from '../../../electron/adapters/cliente-gestor.ts'
import { requests, type Valor } from '../../../shared/ipc/contract.ts'
import { cursoDePrueba } from '../../unit/envio/curso-de-prueba.ts'
import { servidorHttp } from '../cliente/servidor.ts'
import { todoLoEscrito } from '../diario/soporte.ts'
import { A, AHORA, B, C, D, E, OTEC, TOKEN, montar, type Escena, type OpcionesEscena } from './soporte.ts'

const abiertas: Escena[] = []
afterEach(async () => { for (const e of abiertas.splice(0)) await e.cerrar() })
const escena = async (o?: OpcionesEscena): Promise<Escena> => { const e = await montar(o); abiertas.push(e); return e }

/** As the window gets it: through the contract. */
function detalle(e: Escena, envioId: string): Valor<'envios:detalle'> {
  const r = requests['envios:detalle'].output.parse(e.envios.detalle({ envioId }))
  if (!r.ok) throw new Error(r.falla.codigo)
  return r.valor
}
/** The texts of a call, through the contract. */
function textosDe(e: Escena, llamadaId: string | undefined): Valor<'envios:cuerpo'> {
  const r = requests['envios:cuerpo'].output.parse(e.envios.cuerpo({ llamadaId: llamadaId ?? '' }))
  if (!r.ok) throw new Error(r.falla.codigo)
  return r.valor
}
const soloUno = (e: Escena, id: string) => detalle(e, id).llamadas[0]
const tres = ['OF-1', 'OF-2', 'OF-3'].map((oferta) => cursoDePrueba([{ rut: A, modulos: { M1: 30 } }], { oferta }))

describe('a send that SENCE answers', () => {
  it('one call per course, all accepted: journal, progress, draft', async () => {
    const e = await escena({ cursos: tres })
    const id = await e.enviarTodo()
    const d = detalle(e, id)
    expect(d).toMatchObject({ estado: 'aceptado', nombreArchivo: 'avance.xlsx', rutOtec: OTEC, alumnos: 3, aceptados: 3, rechazados: 0, desconocidos: 0 })
    expect(d.llamadas.map((l) => [l.codigoOferta, l.estado, l.httpEstado, l.titulo])).toEqual(tres.map((c) => [c.codigoOferta, 'aceptado', 200, null]))
    expect(d.llamadas[0]?.idProceso).toMatch(/^\d+$/u)
    expect(d.llamadas[0]?.alumnos[0]).toMatchObject({ rut: '12.345.678-5', resultado: 'aceptado', codigo: null, titulo: null })
    expect(e.eventos.filter((x) => x.pausaHasta === undefined).map((x) => [x.llamada, x.llamadas, x.codigoOferta, x.estado, x.terminado])).toEqual([
      [1, 3, 'OF-1', 'enviando', false], [2, 3, 'OF-2', 'enviando', false], [3, 3, 'OF-3', 'enviando', false], [3, 3, 'OF-3', 'aceptado', true],
    ])
    expect(e.planillas.enviados).toEqual(['b1'])
    expect(e.planillas.previos).toHaveLength(3)
    expect(e.envios.ultimosAvances()).toEqual(e.planillas.previos)
    expect(requests['envios:lista'].output.parse(e.envios.lista())).toMatchObject({ ok: true, valor: [{ id, estado: 'aceptado' }] })
  })

  it('the exact text and its hash are kept, with a code of its own for each call', async () => {
    const e = await escena({ cursos: tres })
    const llamadas = detalle(e, await e.enviarTodo()).llamadas
    for (const [i, l] of llamadas.entries()) {
      expect(l.codigoEnvio).toMatch(/^PSIC-20261124-153012-[0-9a-z]{6}$/u)
      const { solicitud } = textosDe(e, l.id)
      expect(JSON.parse(solicitud)).toEqual({ rutOtec: OTEC, idSistema: 1350, token: '[token]', ...tres[i], codigoEnvio: l.codigoEnvio })
      expect(l.sha256).toBe(createHash('sha256').update(solicitud).digest('hex'))
    }
    expect(new Set(llamadas.map((l) => l.codigoEnvio)).size).toBe(3)
  })

  it('partly refused: each alumno with its code, in words, and the draft counts as sent', async () => {
    const e = await escena({ cursos: [cursoDePrueba([{ rut: A, modulos: { M1: 30 } }, { rut: D, modulos: { M1: 30 } }, { rut: E, modulos: { M1: 30 } }])] })
    const id = await e.enviarTodo()
    expect(soloUno(e, id)).toMatchObject({ estado: 'aceptado-con-rechazos', titulo: null, alumnos: [
      { resultado: 'aceptado' },
      { resultado: 'rechazado', codigo: '011', titulo: 'El alumno no está inscrito en el curso', quien: 'OTEC o SENCE: matrícula' },
      { resultado: 'rechazado', codigo: '012', titulo: 'SENCE no conoce a este alumno' },
    ] })
    expect(e.planillas.enviados).toEqual(['b1'])
  })

  it('less progress is refused with the previous value, which is learnt', async () => {
    const e = await escena({ cursos: [cursoDePrueba([{ rut: A, modulos: { M1: 30 } }])] })
    await e.enviarTodo()
    e.planillas.cursos[0] = cursoDePrueba([{ rut: A, modulos: { M1: 20 } }])
    const id = await e.enviarTodo()
    expect(soloUno(e, id)).toMatchObject({ estado: 'rechazado', alumnos: [{ codigo: '025', mensajeSence: 'modulo.porcentajeAvance debe ser mayor al anterior (30.00000). Existe uno o mas errores en los datos de los modulos' }] })
    expect(e.envios.ultimosAvances()).toMatchObject([{ codigoModulo: 'M1', porcentaje: 30 }])
    expect(e.planillas.enviados).toEqual(['b1'])
  })

  it.each([['htmlAntesDelJson'], ['numerosComoTexto']] as const)('%s is read all the same', async (manera) => {
    const e = await escena()
    e.gestor.malasManeras[manera] = true
    expect(soloUno(e, await e.enviarTodo())?.estado).toBe('aceptado')
  })

  it('002: nothing was stored, so the same call is tried again', async () => {
    const e = await escena({ cursos: tres })
    e.gestor.malasManeras.codigo002 = { proximas: 2 }
    const id = await e.enviarTodo()
    expect(detalle(e, id).llamadas.map((l) => l.estado)).toEqual(['aceptado', 'aceptado', 'aceptado'])
    expect(e.diario.envio(id)?.llamadas.map((l) => l.intentos)).toEqual([3, 1, 1])
    expect(e.eventos.flatMap((x) => x.reintento ?? [])).toEqual([
      { numero: 2, de: 4, en: new Date(AHORA.getTime() + 5000).toISOString() }, { numero: 3, de: 4, en: new Date(AHORA.getTime() + 20_000).toISOString() },
    ])
    expect(await e.enSence()).toHaveLength(3)
  })

  it('002 without end: refused, in words, and the rest waits for another day', async () => {
    const e = await escena({ cursos: tres })
    e.gestor.malasManeras.codigo002 = true
    const d = detalle(e, await e.enviarTodo())
    expect(d.llamadas.map((l) => l.estado)).toEqual(['rechazado', 'cancelado', 'cancelado'])
    expect(d.llamadas[0]).toMatchObject({ titulo: 'Falló el servicio de autenticación de SENCE', alumnos: [{ codigo: '002' }] })
    expect(d.llamadas[1]?.titulo).toBe('No se envió: SENCE no podía atender')
  })

  it('001: the rest does not go out, and says why', async () => {
    const e = await escena({ cursos: tres, token: '00000000-0000-0000-0000-000000000000' })
    const d = detalle(e, await e.enviarTodo())
    expect(d.estado).toBe('rechazado')
    expect(d.llamadas.map((l) => [l.estado, l.titulo])).toEqual([
      ['rechazado', 'SENCE no reconoció las credenciales'], ['cancelado', 'No se envió: SENCE rechazó las credenciales'], ['cancelado', 'No se envió: SENCE rechazó las credenciales'],
    ])
    expect(d.llamadas[1]?.alumnos[0]?.resultado).toBe('no-enviado')
    expect(e.planillas.enviados).toEqual([])
  })

  it('003: the course is not registered', async () => {
    const e = await escena({ cursos: [cursoDePrueba([{ rut: A, modulos: { M1: 1 } }], { oferta: 'NO-EXISTE' })] })
    expect(soloUno(e, await e.enviarTodo())).toMatchObject({ estado: 'rechazado', alumnos: [{ codigo: '003' }] })
  })
})

describe('an outcome that nobody told', () => {
  it.each([
    ['cortarAntesDeProcesar', 'La conexión se cortó antes de la respuesta'], ['cortarDespuesDeProcesar', 'La conexión se cortó antes de la respuesta'],
    ['soloHtml', 'No se entendió la respuesta del servidor'], ['jsonTruncado', 'No se entendió la respuesta del servidor'], ['http500', 'El servidor respondió con un error (HTTP 500)'],
  ] as const)('%s: unknown, said so, never posted again; the next course goes on', async (manera, titulo) => {
    const e = await escena({ cursos: tres.slice(0, 2) })
    e.gestor.malasManeras[manera] = { proximas: 1 }
    const id = await e.enviarTodo()
    const d = detalle(e, id)
    expect(d).toMatchObject({ estado: 'desconocido', desconocidos: 1, aceptados: 1 })
    expect(d.llamadas[0]).toMatchObject({ estado: 'desconocido', titulo, alumnos: [{ resultado: 'desconocido', titulo: 'No se sabe si SENCE recibió a este alumno' }] })
    expect(d.llamadas[0]?.queHacer).toContain(d.llamadas[0]?.codigoEnvio)
    expect(e.planillas.enviados).toEqual([])
    const codigoExterno = d.llamadas[0]?.codigoEnvio ?? ''
    const llego = manera !== 'cortarAntesDeProcesar' && manera !== 'http500'
    expect((await e.enSence({ codigoExterno })).map((p) => p.codigoExterno)).toEqual(llego ? [codigoExterno] : [])
  })

  it('no answer in time', async () => {
    const e = await escena({ esperaMs: 1500 })
    e.gestor.malasManeras.demoraMs = 60_000
    const l = soloUno(e, await e.enviarTodo())
    expect(l).toMatchObject({ estado: 'desconocido', titulo: 'SENCE no respondió a tiempo' })
    expect(textosDe(e, l?.id)).toMatchObject({ respuesta: null, constancia: null })
    expect(e.envios.cuerpo({ llamadaId: 'otra' })).toMatchObject({ ok: false, falla: { codigo: 'envio-no-existe' } })
  })

  it('no server: it surely did not arrive, may be sent again, and the rest is not tried', async () => {
    const e = await escena({ cursos: tres })
    await e.gestor.cerrar()
    const d = detalle(e, await e.enviarTodo())
    expect(d.estado).toBe('fallido')
    expect(d.llamadas.map((l) => [l.estado, l.titulo])).toEqual([['fallido', 'El servidor no aceptó la conexión'], ['cancelado', 'No se envió: no había conexión'], ['cancelado', 'No se envió: no había conexión']])
    expect(d.llamadas[0]).toMatchObject({ alumnos: [{ resultado: 'no-enviado' }] })
    expect(d.llamadas[0]?.queHacer).toContain('Puede reenviar con tranquilidad')
  })
})

describe('what must not happen', () => {
  it('the token lies in no file, though the service prints what it received and breaks', async () => {
    const s = await servidorHttp((res, r) => { if (r.metodo === 'POST') res.end(`<pre>${r.cuerpo}</pre>`); else res.destroy() })
    const e = await escena({ cursos: tres, cambiar: () => ({ cliente: crearClienteGestor({ urlBase: () => s.url, esperaMs: () => 5000, soloLocal: true }) }) })
    const id = await e.enviarTodo()
    await e.enSence()
    expect(s.recibidos.map((r) => r.cuerpo.includes(TOKEN) || r.url.includes(TOKEN))).toEqual([true, true, true, true])
    const salidas = JSON.stringify([detalle(e, id), textosDe(e, soloUno(e, id)?.id), e.envios.lista(), await e.envios.json({ borradorId: 'b1', codigoOferta: 'OF-1', codigoGrupo: 'GR-1' }), e.eventos])
    await s.cerrar()
    expect(textosDe(e, soloUno(e, id)?.id).respuesta).toContain('[token]')
    for (const escrito of [todoLoEscrito(e.carpeta), salidas]) {
      expect(escrito).toContain('PSIC-20261124')
      expect(escrito.toUpperCase()).not.toContain(TOKEN)
    }
  })

  it('a send goes out whole under one OTEC, though the credentials change meanwhile', async () => {
    const vistos: string[] = []
    const e = await escena({ cursos: tres, cambiar: (p) => ({ cliente: { ...p.cliente, enviarAvance: (cuerpo, token, senal) => {
      vistos.push(`${String((JSON.parse(cuerpo) as { rutOtec: unknown }).rutOtec)} ${token}`)
      void e.credenciales.guardar({ rutOtec: '77777777-7', token: 'FFFFFFFF-0000-0000-0000-000000000000', nombre: 'Otra' })
      return p.cliente.enviarAvance(cuerpo, token, senal)
    } } }) })
    const id = await e.enviarTodo()
    expect(vistos).toEqual(Array(3).fill(`${OTEC} ${TOKEN}`))
    expect(detalle(e, id)).toMatchObject({ rutOtec: OTEC, estado: 'aceptado' })
    expect(e.diario.ultimosAvances(OTEC)).toHaveLength(3)
  })

  it('data that breaks a rule does not go out, nor is a send made of it', async () => {
    const muchos = Array.from({ length: 250 }, (_, i) => ({ rut: 10_000_000 + i, modulos: { M1: 30 } }))
    for (const estropear of [
      (c: typeof tres[number]) => { const a = c.listaAlumnos[240]; if (a !== undefined) a.dvAlumno = a.dvAlumno === '1' ? '2' : '1' },
      (c: typeof tres[number]) => { const a = c.listaAlumnos[0], z = c.listaAlumnos[249]; if (a !== undefined && z !== undefined) { z.rutAlumno = a.rutAlumno; z.dvAlumno = a.dvAlumno } },
    ]) {
      const curso = cursoDePrueba(muchos, { oferta: 'OF-2' })
      estropear(curso)
      const e = await escena({ cursos: [tres[0] ?? curso, curso] })
      expect(await e.envios.enviar({ borradorId: 'b1' })).toMatchObject({ ok: false, falla: { codigo: 'revision-final', incidente: expect.any(String) as unknown } })
      expect(e.envios.lista()).toEqual({ ok: true, valor: [] })
      expect(e.eventos).toEqual([])
    }
  })

  it('two sends at once, a send of nothing, a send without credentials', async () => {
    const e = await escena()
    const [uno, dos] = await Promise.all([e.envios.enviar({ borradorId: 'b1' }), e.envios.enviar({ borradorId: 'b1' })])
    expect([uno.ok, dos.ok]).toEqual([true, false])
    expect(dos).toMatchObject({ falla: { codigo: 'envio-en-curso' } })
    await e.fin()
    const vacia = await escena({ cursos: [] })
    expect(await vacia.envios.enviar({ borradorId: 'b1' })).toMatchObject({ falla: { codigo: 'nada-que-enviar' } })
    e.credenciales.guardadas = { rutOtec: OTEC, nombre: 'x', token: null, tokenGuardado: false }
    expect(await e.envios.enviar({ borradorId: 'b1' })).toMatchObject({ falla: { codigo: 'token-ilegible' } })
    e.credenciales.guardadas = null
    expect(await e.envios.enviar({ borradorId: 'b1' })).toMatchObject({ falla: { codigo: 'sin-credenciales' } })
    expect(e.envios.ultimosAvances()).toEqual([])
  })

  it('an alumno that was accepted once is not lost by a later one left out', async () => {
    const e = await escena({ cursos: [cursoDePrueba([{ rut: C, modulos: { M1: 10 } }])] })
    await e.enviarTodo()
    e.planillas.cursos[0] = cursoDePrueba([{ rut: B, modulos: { M1: 10 } }])
    await e.enviarTodo()
    expect(e.envios.ultimosAvances().map((a) => a.rutAlumno)).toEqual([B, C])
  })
})

describe('before sending', () => {
  it('the preview counts, warns of the hour and measures what would go out', async () => {
    const e = await escena()
    const r = requests['envio:previo'].output.parse(await e.envios.previo({ borradorId: 'b1' }))
    expect(r).toMatchObject({ ok: true, valor: { rutOtec: OTEC, fueraDeVentana: true, omitidos: 1, cursos: [{ codigoOferta: 'OF-1', enviables: 2, nuevos: 1, mas: 2, iguales: 3, menos: 0 }] } })
    const l = soloUno(e, await e.enviarTodo())
    expect(r.ok && r.valor.cursos[0]?.bytes).toBe(Buffer.byteLength(textosDe(e, l?.id).solicitud))
  })

  it('inside the window there is no warning', async () => {
    const e = await escena({ cambiar: () => ({ reloj: { ahora: () => new Date('2026-11-25T01:30:00Z') } }) })
    expect(await e.envios.previo({ borradorId: 'b1' })).toMatchObject({ valor: { fueraDeVentana: false } })
  })

  it('shows the JSON with the token hidden', async () => {
    const e = await escena()
    const r = await e.envios.json({ borradorId: 'b1', codigoOferta: 'OF-1', codigoGrupo: 'GR-1' })
    expect(r.ok && JSON.parse(r.valor.json)).toMatchObject({ rutOtec: OTEC, token: '[token]', ...e.planillas.cursos[0] })
    expect(await e.envios.json({ borradorId: 'b1', codigoOferta: 'NO', codigoGrupo: 'GR-1' })).toMatchObject({ falla: { codigo: 'curso-no-existe' } })
  })
})

it('an unknown send has words', async () => {
  const e = await escena()
  expect(e.envios.detalle({ envioId: 'x' })).toMatchObject({ ok: false, falla: { codigo: 'envio-no-existe' } })
})
