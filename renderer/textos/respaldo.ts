/** Backups: their section in settings, and back from one. */
import { cuenta } from './comunes.ts'

const contenido = (envios: number | null, borradores: number | null): string =>
  `${envios === null ? 'envíos que no se pudieron contar' : cuenta(envios, 'envío', 'envíos')} y ${borradores === null ? 'planillas que no se pudieron contar' : cuenta(borradores, 'planilla', 'planillas')}`

export const RESPALDO = {
  titulo: 'Respaldos',
  intro: 'Una vez al día, mientras Puente SIC está abierto, se guarda en un archivo cifrado todo lo de cada OTEC: envíos con sus respuestas, planillas y cómo se leen sus columnas. El token no va en el respaldo. Se conservan los de los últimos 7 días y uno de cada una de las 4 semanas anteriores; los que usted hace a mano no se borran.',
  carpeta: 'Se guardan en',
  propia: 'Es la carpeta del programa, en este mismo disco. Para no perderlos si el disco falla, elija una unidad USB, una carpeta de red o una que se sincronice.',
  ultimo: (cuando: string): string => `Último respaldo de esta OTEC: ${cuando}.`,
  ninguno: 'Todavía no hay un respaldo de esta OTEC.',
  copias: (n: number): string => `Hay ${cuenta(n, 'respaldo suyo', 'respaldos suyos')} en la carpeta.`,
  noAlcanza: 'Ahora no se puede leer esa carpeta. Si es una unidad USB o de red, conéctela: el respaldo se vuelve a intentar solo.',
  soloReal: 'Los datos de práctica no se respaldan.',
  sinOtec: 'Todavía no hay una OTEC que respaldar.',
  cambiar: 'Cambiar carpeta…', volver: 'Usar la carpeta del programa', hacer: 'Respaldar ahora', hecho: 'Respaldo guardado',
  sinFrase: 'Los respaldos solo se abren en este computador',
  sinFraseDetalle: 'Si este computador se pierde o se echa a perder, no servirán. Ponga una frase de respaldo para poder abrirlos en otro.',
  conFrase: 'Los respaldos se abren en cualquier computador con su frase',
  conFraseDetalle: 'Puente SIC no puede mostrarla ni recuperarla: guárdela donde no la pierda.',
  sinAlmacen: 'Este computador no puede guardar la clave de los respaldos',
  sinAlmacenDetalle: 'No ofrece un almacén de claves, así que no se hacen respaldos. Copie usted la carpeta de datos a un lugar seguro.',
  ponerFrase: 'Poner una frase…', cambiarFrase: 'Cambiar la frase…',
  frase: {
    titulo: 'Frase de respaldo',
    explica: 'Con ella se cifran los respaldos desde ahora. Los anteriores se siguen abriendo como antes. Si la olvida, nadie podrá abrirlos.',
    campo: 'Frase', ayuda: 'Al menos 12 caracteres. Sirven cuatro palabras que no vayan juntas.', otraVez: 'La misma frase otra vez', distinta: 'No es igual a la de arriba.',
    ver: 'Mostrar lo que escribo', boton: 'Guardar frase', hecha: 'Frase guardada. El próximo respaldo se abrirá con ella',
  },
  restaurar: 'Restaurar un respaldo…',
  restauracion: {
    titulo: 'Restaurar un respaldo',
    pideFrase: (archivo: string): string => `«${archivo}» se abre con la frase que se puso en el computador donde se hizo.`,
    campo: 'Frase de respaldo', abrir: 'Abrir el respaldo', abriendo: 'Abriendo y revisando el respaldo…',
    otec: 'OTEC', hecho: 'Se hizo el', contiene: 'Contiene', ultimo: 'Último envío', sinEnvios: 'Ninguno',
    contenido,
    nueva: 'Esta OTEC no está en este computador: se agregará. Su token no viene en el respaldo; tendrá que ponerlo para enviar.',
    reemplaza: 'Esta OTEC ya está en este computador y se reemplazará',
    reemplazaDetalle: (envios: number | null, borradores: number | null, ultimo: string | null): string =>
      `Aquí tiene ${contenido(envios, borradores)}${ultimo === null ? '' : `; el último envío es del ${ultimo}`}. Antes se guarda una copia de todo eso junto a los respaldos, así que puede volver atrás.`,
    masNuevo: 'Lo que hay aquí es más nuevo que el respaldo',
    enCurso: 'Nada se envía solo al restaurar. Lo que estaba por salir o en camino queda «sin confirmar» y se le pregunta a SENCE; lo programado para una hora que no llega se le ofrece otra vez.',
    escriba: (rut: string): string => `Escriba el RUT de la OTEC, ${rut}, para reemplazarla.`, rut: 'RUT de la OTEC que se reemplazará',
    reemplazar: 'Reemplazar con el respaldo', agregar: 'Restaurar esta OTEC', lista: (quien: string): string => `Se restauró ${quien}`,
  },
  inicio: { titulo: '¿Cambió de computador?', detalle: 'Abra un respaldo hecho en el otro y siga donde quedó.' },
} as const
