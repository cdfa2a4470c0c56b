import { describe, expect, it } from 'vitest'
import { cuentasDeCursos, razonDeNoContinuar } from '../../../renderer/pantallas/revision/cuentas-cursos.ts'

const curso = (alumnos: number, enviables: number, conError: number) => ({ codigoOferta: 'A', codigoGrupo: 'B', modulos: 0, alumnos, enviables, conError })

describe('razonDeNoContinuar', () => {
  it('basta un alumno que se pueda enviar', () => {
    expect(razonDeNoContinuar(cuentasDeCursos([curso(3, 0, 3), curso(2, 1, 1)]))).toBeNull()
  })
  it('dice por qué no hay nada que enviar', () => {
    expect(razonDeNoContinuar(cuentasDeCursos([curso(3, 0, 3), curso(2, 0, 1)]))).toContain('los 4 alumnos tienen errores')
    expect(razonDeNoContinuar(cuentasDeCursos([curso(1, 0, 1)]))).toContain('el alumno tiene errores')
    expect(razonDeNoContinuar(cuentasDeCursos([]))).toContain('no tiene alumnos')
  })
})
