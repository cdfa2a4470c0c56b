import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { interpretarHistorial, type Historial } from '../../../shared/domain/historial.ts'
import { LectorHistorial, LIMITES_HISTORIAL } from '../../../shared/domain/historial-corriente.ts'
import { errorDeLista, errorSuelto, esError, esObjeto, esProceso, leerCabecera, leerRegistro, type Objeto } from '../../../shared/domain/historial-lectura.ts'
import { extraerJson } from '../../../shared/domain/json-tolerante.ts'

/** The same, read whole: the JSON first, and then what it says. */
function deUnaVez(cuerpo: string): Historial {
  const json = extraerJson(cuerpo)
  if (json === null) return { tipo: 'ilegible' }
  const proceso = (o: Objeto) => {
    const lista: unknown[] = Array.isArray(o['listaregistros']) ? o['listaregistros'] : []
    return { ...leerCabecera(o, null), registros: lista.map((r) => leerRegistro(r, JSON.stringify(r))) }
  }
  if (!Array.isArray(json.valor)) {
    const o = json.valor as Objeto
    return esProceso(o) ? { tipo: 'procesos', procesos: [proceso(o)] } : errorSuelto(o)
  }
  const elementos: unknown[] = json.valor
  const objetos = elementos.filter(esObjeto)
  if (objetos.length === 0 && elementos.length > 0) return { tipo: 'ilegible' }
  const errores = objetos.filter(esError)
  if (errores[0] !== undefined && errores.length === objetos.length) return errorDeLista(errores[0])
  return { tipo: 'procesos', procesos: objetos.filter((o) => !errores.includes(o)).map(proceso) }
}
/** A record's text stays as it came; here only what it says counts. */
const comparable = (h: Historial): unknown => h.tipo !== 'procesos' ? h : h.procesos.map((p) => ({ ...p, registros: p.registros.map((r) => ({ ...r, crudo: JSON.parse(r.crudo) as unknown })) }))

/** The bytes of an answer given in pieces cut anywhere, also within a character. */
function aTrozos(cuerpo: string, cortes: readonly number[]): Historial {
  const octetos = new TextEncoder().encode(cuerpo)
  const decodificador = new TextDecoder()
  const lector = new LectorHistorial()
  const sucesos = []
  let desde = 0
  for (const corte of [...cortes.map((c) => c % (octetos.length + 1)).sort((a, b) => a - b), octetos.length]) {
    sucesos.push(...lector.leer(decodificador.decode(octetos.subarray(desde, corte), { stream: true })))
    desde = corte
  }
  sucesos.push(...lector.leer(decodificador.decode()), ...lector.terminar())
  const { fin } = lector
  if (fin.tipo !== 'procesos') return fin.tipo === 'error' ? fin : { tipo: 'ilegible' }
  const procesos = []
  let registros = []
  for (const s of sucesos) {
    if (s.documento !== fin.documento) continue
    if (s.tipo === 'registro') registros.push(s.registro)
    else if (s.tipo === 'olvidar') registros = []
    else { procesos.push({ ...s.cabecera, registros }); expect(s.registros).toBe(registros.length); registros = [] }
  }
  return { tipo: 'procesos', procesos }
}

const texto = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('10.00000', '2021-04-0', '2021-07-27 20:37:06', '', ' ', 'ñandú «ok»', '[010] modulo.porcentajeAvance debe ser mayor al anterior (20.00000)', '1', '3', '"},{"[', 'a\\"listaregistros'))
const suelto = fc.oneof(texto, fc.constant(null), fc.integer(), fc.boolean(), fc.constant([]), fc.constant({}))
const campos = (nombres: readonly string[]) => fc.dictionary(fc.oneof(fc.constantFrom(...nombres), fc.string({ maxLength: 5 })), suelto, { maxKeys: 6 })
const registro = fc.oneof({ weight: 6, arbitrary: campos(['rut_alumno', 'dv_alumno', 'mod_cod', 'estado_registro', 'obs_registro', 'mod_porcentaje_avance', 'fecha_ejecucion', 'rut_otec']) }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) })
const lista = fc.oneof({ weight: 6, arbitrary: fc.array(registro, { maxLength: 5 }) }, { weight: 1, arbitrary: suelto })
const proceso = fc.tuple(campos(['id_proceso_externo', 'codigo_externo', 'fecha', 'rut_otec', 'estado', 'listaregistros', '__proto__', '7']), lista, fc.integer({ min: 0, max: 3 }), campos(['codigo', 'mensaje', 'observaciones']))
  .map(([antes, registros, forma, despues]) => {
    const a = JSON.stringify(antes), l = JSON.stringify(registros), d = JSON.stringify(despues)
    const clave = forma === 2 ? '"listaregistr\\u006fs" ' : '"listaregistros"'
    const partes = [a.slice(1, -1), forma === 0 ? '' : `${clave}:${l}`, d.slice(1, -1), forma === 3 ? `"listaregistros" : ${JSON.stringify([{ rut_alumno: 7 }])}` : '']
    return `{${partes.filter((x) => x !== '').join(',')}}`
  })
const elemento = fc.oneof({ weight: 6, arbitrary: proceso }, { weight: 1, arbitrary: fc.constantFrom('{"codigo":"001","mensaje":"Token invalido"}', 'null', '5', '"x"', '[{"a":1}]') })
const documento = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(fc.array(elemento, { maxLength: 4 }), fc.constantFrom(',', ' ,\n ', ',,', ' ')).map(([e, coma]) => `[${e.join(coma)}]`) },
  { weight: 2, arbitrary: elemento }, { weight: 1, arbitrary: fc.constantFrom('[]', '{}', '{"error":"Token inválido"}', '[{"codigo":1}]', '[{"a":"\\historial"}]', '[1]') },
)
const aviso = fc.constantFrom('', '\uFEFF', '<br />\n<b>Warning</b>: $x[1] {0} in <b>a.php</b><br />\n', '[24-Nov-2026 22:10:00] PHP Notice: x\n', 'array(1) {\n ["a"]=> 1\n}\n', '<script>f({"a":1});</script>', '{"', 'x'.repeat(230), ' \n')
const detras = fc.constantFrom('', '\n', '\n<!-- 0.1 s -->', ' \u0000\u0000 ', 'x', '}', '<p>{"a":1}</p>')
const respuesta = fc.tuple(aviso, documento, fc.oneof({ weight: 4, arbitrary: fc.constant('') }, { weight: 1, arbitrary: documento }), detras, fc.option(fc.nat(), { freq: 5, nil: null }), fc.option(fc.tuple(fc.nat(), fc.constantFrom('}', ']', '"', ',', '\\')), { freq: 5, nil: null }))
  .map(([a, d, otro, z, corte, herida]) => {
    let t = `${a}${d}${otro}${z}`
    if (corte !== null) t = t.slice(0, corte % (t.length + 1))
    if (herida !== null) { const i = herida[0] % (t.length + 1); t = t.slice(0, i) + herida[1] + t.slice(i) }
    return t
  })

describe('the history read as it comes', () => {
  it('says the same as read whole, wherever its bytes are cut', () => {
    const tipos = new Set<string>()
    fc.assert(fc.property(respuesta, fc.array(fc.nat(), { maxLength: 8 }), (cuerpo, cortes) => {
      const entero = deUnaVez(cuerpo)
      tipos.add(entero.tipo)
      expect(comparable(aTrozos(cuerpo, cortes))).toEqual(comparable(entero))
      expect(comparable(interpretarHistorial(cuerpo))).toEqual(comparable(entero))
    }), { numRuns: 1000, seed: 20_261_125 })
    expect(tipos).toEqual(new Set(['procesos', 'error', 'ilegible']))
  })

  it('gives a record before its process ends, as it came', () => {
    const lector = new LectorHistorial()
    const relleno = ' '.repeat(300)
    const [r] = lector.leer(`\uFEFF<br />\n[{"id_proceso_externo":"30","listaregistros":[{"rut_alumno": 7, "nuevo": 1.50 }, {"x"${relleno}`)
    expect(r).toMatchObject({ tipo: 'registro', registro: { rut: '7', crudo: '{"rut_alumno": 7, "nuevo": 1.50 }' } })
  })

  it('gives what was whole of an answer that was cut, and says so', () => {
    const lector = new LectorHistorial()
    const entero = JSON.stringify([{ id_proceso_externo: '30', listaregistros: [{ rut_alumno: 7 }] }, { id_proceso_externo: '31', listaregistros: [{ rut_alumno: 8 }, { rut_alumno: 9 }] }])
    const sucesos = [...lector.leer(entero.slice(0, -8)), ...lector.terminar()]
    expect(lector.fin).toEqual({ tipo: 'cortada', documento: 1, exceso: null })
    expect(sucesos.map((s) => `${s.tipo} ${s.proceso}`)).toEqual(['registro 0', 'proceso 0', 'registro 1', 'proceso 1'])
    expect(sucesos.at(-1)).toMatchObject({ cortado: true, registros: 1, cabecera: { idProceso: '31' } })
    expect(sucesos[1]).toMatchObject({ cortado: false })
  })

  it('keeps no more than a record, and stops at its limits', () => {
    const lector = new LectorHistorial({ texto: 100, registros: 3 })
    lector.leer(`[{"listaregistros":[${'{"a":1},'.repeat(3)}`)
    expect(lector.lleno).toBe(false)
    lector.leer(`{"a":1},${' '.repeat(250)}`)
    expect(lector.lleno).toBe(true)
    lector.terminar()
    expect(lector.fin).toEqual({ tipo: 'cortada', documento: 1, exceso: 'demasiados-registros' })
    const largo = new LectorHistorial({ texto: 100, registros: 3 })
    largo.leer(`[{"observaciones":"${'x'.repeat(300)}`)
    largo.terminar()
    expect(largo.fin).toEqual({ tipo: 'cortada', documento: 1, exceso: 'registro-largo' })
    expect(LIMITES_HISTORIAL.registros).toBeGreaterThan(1_000_000)
  })
})
