/** Options of a control. Zod would say the same, at the price of its whole weight in the window's start-up. */

/** The keys of an exhaustive map of words, in its order. */
export const opcionesDe = <K extends string>(textos: Readonly<Record<K, unknown>>): K[] => Object.keys(textos) as K[]

/** What a control answered, if it is one of its options; else `actual`, which it was showing. */
export const elegida = <K extends string>(opciones: readonly K[], key: unknown, actual: K): K => opciones.find(o => o === key) ?? actual
