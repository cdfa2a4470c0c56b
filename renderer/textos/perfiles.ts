/** Several OTECs: the switch at the side, and their section in settings. */
import { cuenta, numero } from './comunes.ts'

const lista = (partes: string[]): string => partes.length < 2 ? partes.join('') : `${partes.slice(0, -1).join(', ')} y ${partes.at(-1) ?? ''}`

export const PERFILES = {
  cambiar: (quien: string): string => `OTEC: ${quien}. Cambiar de OTEC`,
  menu: 'OTEC con la que trabaja',
  practica: 'Práctica',
  agregar: 'Agregar otra OTEC…',
  agregarPrimera: 'Conectar mi OTEC…',
  administrar: 'Administrar…',
  agregarTitulo: 'Agregar otra OTEC',
  agregarIntro: 'Se guarda aparte de las demás: sus credenciales, sus planillas y sus envíos no se mezclan con los de otra.',
  agregarBoton: 'Agregar y trabajar con ella',
  ahora: (quien: string): string => `Ahora trabaja con ${quien}`,
  titulo: 'Sus OTEC',
  intro: 'Cada una con sus credenciales, sus planillas y sus envíos. Lo de una nunca se envía con el token de otra.',
  ninguna: 'Todavía no hay ninguna guardada.',
  enUso: 'En pantalla',
  sinToken: 'Sin token',
  acciones: (quien: string): string => `Acciones de ${quien}`,
  trabajar: 'Trabajar con esta',
  renombrar: 'Cambiar el nombre…',
  olvidar: 'Olvidar el token…',
  eliminar: 'Eliminar con sus datos…',
  ocupado: 'Espere a que termine lo que está en curso para cambiar de OTEC.',
  nombrar: { titulo: 'Cambiar el nombre', campo: 'Nombre', ayuda: 'Solo para que usted la reconozca.', boton: 'Guardar nombre' },
  olvidarToken: {
    titulo: (quien: string): string => `¿Olvidar el token de ${quien}?`,
    detalle: 'Se borrará de este computador y no podrá enviar por esa OTEC hasta que lo ponga otra vez. Sus planillas y sus envíos se conservan.',
    boton: 'Sí, olvidar', hecho: 'Token olvidado',
  },
  borrar: {
    titulo: (quien: string): string => `¿Eliminar ${quien}?`,
    contando: 'Viendo qué se perdería…',
    seBorra: (envios: number | null, borradores: number | null): string => {
      const partes = [
        ...(envios === 0 ? [] : [envios === null ? 'sus envíos' : cuenta(envios, 'envío con su respaldo', 'envíos con sus respaldos')]),
        ...(borradores === 0 ? [] : [borradores === null ? 'sus planillas en curso' : cuenta(borradores, 'planilla guardada', 'planillas guardadas')]),
        'su token',
      ]
      return `Se borrará de este computador, para siempre: ${lista(partes)}.`
    },
    sinConfirmar: (n: number): string => n === 1
      ? 'Hay 1 envío sin confirmar: al eliminarlo, el programa ya no podrá preguntar a SENCE qué pasó con él.'
      : `Hay ${numero(n)} envíos sin confirmar: al eliminarlos, el programa ya no podrá preguntar a SENCE qué pasó con ellos.`,
    noCambia: 'Lo que SENCE ya recibió no cambia. Sus archivos de Excel no se tocan.',
    continuar: 'Continuar',
    confirmarTitulo: 'Confirme que quiere eliminarla',
    confirmar: (rut: string): string => `Escriba el RUT de la OTEC, ${rut}, para eliminarla con todo lo suyo. No se puede deshacer.`,
    campo: 'RUT de la OTEC que se eliminará',
    boton: 'Eliminar para siempre',
    hecho: (quien: string): string => `Se eliminó ${quien} de este computador`,
  },
  rutFijo: 'Cada OTEC se guarda con su RUT. Para otra, use «Agregar otra OTEC…».',
} as const
