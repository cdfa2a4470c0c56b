/** Inputs that a hostile page would try, grown from the contract's own schemas: nearly right ones reach furthest. */
import fc from 'fast-check'
import type { z } from 'zod'

const TEXTOS = [
  '', ' ', '../../../../etc/passwd', '..\\..\\Windows\\System32\\config\\SAM', '/etc/passwd', 'C:\\Users', 'file:///etc/passwd', '\\\\servidor\\c$', 'x\0.xlsx', '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty',
  "'; DROP TABLE envio; --", '" OR 1=1', '%', '_', '<img src=x onerror=alert(1)>', '${process.exit()}', '=cmd|calc', '\u202Efdp.xslx', '\ud800', 'NaN', '1e309', '-0', '𝒜'.repeat(50), 'a'.repeat(99_999), 'x'.repeat(1_000_000), '$&$1', '(a+)+$', '[token]',
]
const NUMEROS = [0, -0, 1, -1, 2 ** 31, -(2 ** 31), 2 ** 53, Number.MAX_VALUE, Number.NaN, Number.POSITIVE_INFINITY, 0.5, 1e-300]
const AJENOS: readonly unknown[] = [undefined, null, true, 0, '', [], {}, [[]], JSON.parse('{"__proto__":{"contaminado":1}}'), { constructor: { prototype: { contaminado: 1 } } }, new Date(0), /x/, new Map(), new Uint8Array(9), 10n]

/** As much of a Zod schema's insides as is asked here. */
interface Def { type: string; shape?: Record<string, z.ZodType>; element?: z.ZodType; innerType?: z.ZodType; options?: z.ZodType[]; entries?: Record<string, string>; values?: unknown[] }
const defDe = (esquema: z.ZodType): Def => esquema.def

/**
 * @param conocidos texts that mean something right now: ids of a draft, of a send, names of tables
 * @throws when the contract has a kind of schema that is not known here: it would go untested
 */
export function casiBien(esquema: z.ZodType, conocidos: readonly string[]): fc.Arbitrary<unknown> {
  const d = defDe(esquema)
  const otro = fc.constantFrom(...AJENOS)
  const masBien = (bueno: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => fc.oneof({ arbitrary: bueno, weight: 9 }, { arbitrary: otro, weight: 1 })
  switch (d.type) {
    case 'object': {
      const campos = Object.fromEntries(Object.entries(d.shape ?? {}).map(([k, e]) => [k, casiBien(e, conocidos)]))
      // One more field than asked for, now and then one that means something to JavaScript.
      return masBien(fc.tuple(fc.record(campos, { requiredKeys: Object.keys(campos) }), fc.constantFrom({}, { sobra: 1 }, JSON.parse('{"__proto__":{"contaminado":1}}'))).map(([a, b]) => Object.defineProperties({ ...a }, Object.getOwnPropertyDescriptors(b))))
    }
    case 'string': return masBien(fc.oneof(fc.constantFrom(...conocidos, ...TEXTOS), fc.string(), fc.string({ unit: 'binary' })))
    case 'number': return masBien(fc.oneof(fc.constantFrom(...NUMEROS), fc.integer({ min: 0, max: 30 }), fc.double()))
    case 'boolean': return masBien(fc.boolean())
    case 'enum': return masBien(fc.constantFrom<unknown>(...Object.values(d.entries ?? {}), 'ninguno'))
    case 'literal': return masBien(fc.constantFrom(...(d.values ?? [])))
    case 'array': return masBien(fc.oneof({ arbitrary: fc.array(d.element === undefined ? otro : casiBien(d.element, conocidos), { maxLength: 6 }), weight: 9 }, { arbitrary: fc.constant(Array.from({ length: 200_000 }, (_, i) => i)), weight: 1 }))
    case 'nullable': case 'optional': case 'default': case 'catch': case 'nonoptional': case 'readonly':
      return fc.oneof({ arbitrary: d.innerType === undefined ? otro : casiBien(d.innerType, conocidos), weight: 4 }, { arbitrary: fc.constantFrom(null, undefined), weight: 1 })
    case 'union': return fc.oneof(...(d.options ?? []).map((o) => casiBien(o, conocidos)))
    case 'record': return masBien(fc.dictionary(fc.constantFrom('__proto__', 'a', 'constructor'), otro))
    // The contract's only class: ids of rows, handed over whole.
    case 'custom': return masBien(fc.oneof(fc.int32Array({ maxLength: 6 }), fc.constantFrom(new Int32Array(0), new Int32Array(2_000_000), Int32Array.of(0, 0, 0), new Float64Array([Number.NaN]))))
    default: throw new Error(`no hostile input is known for a schema of kind ${d.type}`)
  }
}
