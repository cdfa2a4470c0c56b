import type { Personas } from '../../services/puertos-personas.ts'
import type { BaseArchivo } from './abrir.ts'
import { alumnoDe } from './consultas-alumno.ts'
import { cursoDe } from './consultas-curso.ts'

export const crearPersonas = (base: BaseArchivo): Personas => ({
  alumno: (rut) => alumnoDe(base.db(), rut),
  curso: (oferta, grupo) => cursoDe(base.db(), oferta, grupo),
})
