import { crearPuenteFalso } from './puente-falso.ts'
import { leerEscenario } from './escenario.ts'

Object.defineProperty(window, 'puente', { value: crearPuenteFalso(leerEscenario(location.search)) })
