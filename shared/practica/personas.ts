/** The invented OTEC and people of practice mode. The numbers are patterns (12.345.678) that pass modulus 11; nobody's data. */
import { calcularDv, type Rut } from '../domain/rut.ts'

/** Credentials that the simulated Gestor accepts. The token has SENCE's shape: GUID in upper case [I23]. */
export const OTEC_PRACTICA = {
  rut: '76543210-3',
  token: '5E4CE000-1350-4ABC-9DEF-0123456789AB',
  nombre: 'Capacitaciones Quillay Azul SpA (práctica)',
} as const

export interface PersonaPractica { rut: Rut; nombre: string }

const persona = (numero: number, nombre: string): PersonaPractica => ({ rut: { numero, dv: calcularDv(numero) }, nombre })

/** The alumnos that the simulated Gestor knows. */
export const PERSONAS = {
  camila: persona(19_191_919, 'Camila Antonia Fuentes Riquelme'),
  matias: persona(18_181_818, 'Matías Ignacio Sepúlveda Araya'),
  rosa: persona(10_203_040, 'Rosa Elvira Huenchumán Painemal'),
  diego: persona(17_654_321, 'Diego Andrés Valenzuela Ibáñez'),
  paola: persona(13_579_246, 'Paola Andrea Contreras Muñoz'),
  hector: persona(9_123_456, 'Héctor Luis Cárdenas Barría'),
  javiera: persona(20_202_020, 'Javiera Belén Olivares Tapia'),
  cristian: persona(15_161_718, 'Cristián Alejandro Poblete Núñez'),
  marisol: persona(12_345_678, 'Marisol del Carmen Yáñez Vergara'),
  luis: persona(11_222_333, 'Luis Alberto Quispe Mamani'),
  fernanda: persona(18_765_432, 'Fernanda Paz Saavedra Lagos'),
  nicolas: persona(16_789_012, 'Nicolás Esteban Bravo Cifuentes'),
  ximena: persona(14_253_647, 'Ximena Isabel Godoy Peñailillo'),
  patricio: persona(12_121_212, 'Patricio Enrique Alarcón Ñancupil'),
} as const satisfies Record<string, PersonaPractica>

export type ClavePersona = keyof typeof PERSONAS

/** Stands in the sample with problems, but the simulated Gestor does not know this alumno: code 012. */
export const PERSONA_NO_REGISTRADA: PersonaPractica = persona(15_555_000, 'Valentina Sofía Arriagada Soto')
