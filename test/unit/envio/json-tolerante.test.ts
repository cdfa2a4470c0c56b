import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extraerJson } from '../../../shared/domain/json-tolerante.ts'

const valorDe = (texto: string): unknown => extraerJson(texto)?.valor

describe('extraerJson', () => {
  const respuesta = { id_proceso: 25, envio: [{ rutAlumno: 15943354, nota: 'dijo "hola" {' }], errores: [] }
  const json = JSON.stringify(respuesta)
  const aviso = '<br />\n<b>Warning</b>:  Undefined array key "x" in <b>/var/www/a.php</b> on line <b>214</b><br />\n'

  it('reads a clean document, and says that it is clean', () => {
    expect(extraerJson(json)).toEqual({ valor: respuesta, basura: false })
    expect(extraerJson('[]')).toEqual({ valor: [], basura: false })
  })

  it.each([
    ['byte order mark', `\uFEFF${json}`],
    ['blank lines', `\r\n\r\n${json}\r\n`],
    ['HTML warning', aviso + json],
    ['two HTML warnings', aviso + aviso + json],
    ['mark and warning', `\uFEFF${aviso}${json}`],
    ['warning as text', `\nWarning: Undefined offset: 3 in /var/www/a.php on line 3\n${json}`],
    ['warning with indexes', `<b>Warning</b>: $filas[1] and $x{0} [2] in <b>a[3].php</b><br />${json}`],
    ['empty list in the warning', `<b>Fatal</b>: Cannot use [] for reading in <b>a.php</b><br />\n${json}`],
    ['unpaired brace in the warning', `<b>Parse error</b>: syntax error, unexpected '{' in <b>a.php</b><br />\n${json}`],
    ['var_dump before', `array(1) {\n  ["a"]=>\n  int(1)\n}\n${json}`],
    ['style sheet before', `<style>body { color: red }</style>${json}`],
    ['script with JSON before', `<script>f({"a":1});</script>\n${json}`],
    ['footer after', `${json}\n<!-- 0.12 s -->`],
    ['warning before and footer after', `${aviso}${json}\n<br />`],
    ['no line break before', `Deprecated: f() in a.php on line 12${json}`],
    ['pretty printed', aviso + JSON.stringify(respuesta, null, 4)],
  ])('takes the JSON that follows: %s', (_nombre, texto) => {
    expect(valorDe(texto)).toEqual(respuesta)
  })

  it('takes a list after a warning', () => {
    expect(valorDe(`${aviso}[{"id_proceso_externo":"30"}]`)).toEqual([{ id_proceso_externo: '30' }])
    expect(valorDe(`${aviso}[]`)).toEqual([])
  })

  it('takes the last of two documents', () => {
    expect(valorDe(`{"debug":true}\n${json}`)).toEqual(respuesta)
  })

  it('a backslash that escapes nothing stands for itself, as [I22] prints it', () => {
    expect(valorDe(String.raw`[{"o":"avance-sic\historial-envios \"x\" \\ \n"}]`)).toEqual([{ o: 'avance-sic\\historial-envios "x" \\ \n' }])
  })

  it.each([
    ['', ''], ['blank', ' \n '], ['page', '<html><body>{{titulo}} [1]</body></html>'], ['word', '"ok"'], ['number', '25'], ['null', 'null'],
    ['warning that ends in an empty list', '<b>Fatal</b>: Cannot use []'], ['index at the end', '<br />\nUndefined $x[1]'],
    ['list cut short that does not stand alone', 'Notice: x [{"a":1},{"b":2}'], ['cut after braces inside a text', '{"id_proceso":1,"mensaje":"x {}'],
    ['script alone', '<script>f({"a":1});</script>'],
  ])('finds none: %s', (_nombre, texto) => {
    expect(extraerJson(texto)).toBeNull()
  })

  it('never takes a part of a document cut short, wherever it is cut and however it is printed', () => {
    const largo = { id_proceso: 31, datosEnviados: [{ rutAlumno: 1, listaModulos: [{ a: [] }, {}] }], datosError: [{ alumno: { rutAlumno: '2' }, codigo: '012' }] }
    for (const sangria of [0, 2]) {
      const entero = JSON.stringify(largo, null, sangria)
      for (let corte = 1; corte < entero.length; corte++) {
        for (const antes of ['', aviso]) expect(extraerJson(antes + entero.slice(0, corte)), `${sangria}/${corte}`).toBeNull()
      }
    }
  })

  it('gives back whatever object was printed, with a warning before it', () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.constantFrom('', aviso, '\uFEFF', 'Notice: a[0]\n'), (objeto, antes) => {
      // JSON's own round trip: -0 is written as 0
      const esperado: unknown = JSON.parse(JSON.stringify(objeto))
      expect(valorDe(antes + JSON.stringify(objeto))).toEqual(esperado)
    }))
  })
})
