/** One family of icons: 24-unit grid, 1.75 stroke, round ends. Always decoration; the words stand beside them. */
const TRAZOS = {
  planilla: 'M4 5.5A1.5 1.5 0 0 1 5.5 4h13A1.5 1.5 0 0 1 20 5.5v13a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 18.5zM4 9.5h16M4 14.5h16M10 9.5V20',
  envios: 'M20.5 3.5 10 14M20.5 3.5 14 20.5l-4-6.5-6.5-4z',
  ayuda: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17M9.6 9.5a2.45 2.45 0 1 1 3.5 2.2c-.7.35-1.1.9-1.1 1.7M12 16.4v.1',
  ajustes: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 9.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4M9 19.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4',
  subir: 'M12 15.5V4.5M7.5 8.5 12 4l4.5 4.5M4.5 15v3A1.5 1.5 0 0 0 6 19.5h12a1.5 1.5 0 0 0 1.5-1.5v-3',
  descargar: 'M12 4v11M7.5 11l4.5 4.5 4.5-4.5M4.5 15v3A1.5 1.5 0 0 0 6 19.5h12a1.5 1.5 0 0 0 1.5-1.5v-3',
  carpeta: 'M3.5 7A1.5 1.5 0 0 1 5 5.5h4l2 2.5h8A1.5 1.5 0 0 1 20.5 9.5v8A1.5 1.5 0 0 1 19 19H5a1.5 1.5 0 0 1-1.5-1.5z',
  visto: 'M5 12.5l4.5 4.5L19 7.5',
  exito: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17M8 12.3l2.8 2.8L16 9.7',
  error: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17M9 9l6 6M15 9l-6 6',
  aviso: 'M12 4.2 21 19.5H3zM12 10v4.5M12 17v.1',
  info: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17M12 11v5M12 7.9v.1',
  cerrar: 'M6 6l12 12M18 6 6 18',
  buscar: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13M15.5 15.5 20 20',
  ver: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12M12 14.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6',
  ocultar: 'M4 4l16 16M9.9 5.8A9 9 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a16 16 0 0 1-2.6 3.3M6.2 7.3A15.5 15.5 0 0 0 2.5 12S6 18.5 12 18.5a9 9 0 0 0 4-.95M10 10a2.8 2.8 0 0 0 4 4',
  copiar: 'M9 9h9.5A1.5 1.5 0 0 1 20 10.5V19a1.5 1.5 0 0 1-1.5 1.5H10A1.5 1.5 0 0 1 8.5 19V9zM15.5 9V5A1.5 1.5 0 0 0 14 3.5H5.5A1.5 1.5 0 0 0 4 5v9a1.5 1.5 0 0 0 1.5 1.5h3',
  derecha: 'M9.5 6l6 6-6 6',
  izquierda: 'M14.5 6l-6 6 6 6',
  arriba: 'M6 14.5l6-6 6 6',
  abajo: 'M6 9.5l6 6 6-6',
  sinRed: 'M4 4l16 16M12 18.5v.1M8.6 15a4.8 4.8 0 0 1 5.6-.8M5.2 11.5a9.6 9.6 0 0 1 4.2-2.4M2.5 8.3a13.6 13.6 0 0 1 4-2.3M12.2 8.7a9.6 9.6 0 0 1 6.6 2.8M10.6 5a13.6 13.6 0 0 1 10.9 3.3',
  luna: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10',
  reloj: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17M12 7.5V12l3 2',
  candado: 'M6.5 11h11A1.5 1.5 0 0 1 19 12.5v6a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 18.5v-6A1.5 1.5 0 0 1 6.5 11M8 11V8a4 4 0 0 1 8 0v3',
  candadoAbierto: 'M6.5 11h11A1.5 1.5 0 0 1 19 12.5v6a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 18.5v-6A1.5 1.5 0 0 1 6.5 11M8 11V7.5a4 4 0 0 1 7.5-1.9',
  basura: 'M5 7h14M9.5 7V4.5h5V7M6.5 7l.8 12a1.5 1.5 0 0 0 1.5 1.4h6.4a1.5 1.5 0 0 0 1.5-1.4l.8-12M10 11v5.5M14 11v5.5',
  externo: 'M14 4.5h5.5V10M19.5 4.5 11 13M17.5 14v4A1.5 1.5 0 0 1 16 19.5H6A1.5 1.5 0 0 1 4.5 18V8A1.5 1.5 0 0 1 6 6.5h4',
  codigo: 'M8.5 7 3.5 12l5 5M15.5 7l5 5-5 5',
  practica: 'M9.5 3.5h5M10.5 3.5v6L5 18.4a1.4 1.4 0 0 0 1.2 2.1h11.6a1.4 1.4 0 0 0 1.2-2.1L13.5 9.5v-6M7.8 14.5h8.4',
  edificio: 'M5 20.5V5A1.5 1.5 0 0 1 6.5 3.5h7A1.5 1.5 0 0 1 15 5v15.5M15 9.5h2.5A1.5 1.5 0 0 1 19 11v9.5M3 20.5h18M8.5 8h3M8.5 12h3M8.5 16h3',
  calendario: 'M5.5 5.5h13A1.5 1.5 0 0 1 20 7v11.5a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 18.5V7a1.5 1.5 0 0 1 1.5-1.5M4 10h16M8.5 3.5v4M15.5 3.5v4',
  recargar: 'M19.5 12a7.5 7.5 0 1 1-2.3-5.4L19.5 9M19.5 4.5V9H15',
  correo: 'M5 5.5h14A1.5 1.5 0 0 1 20.5 7v10a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 17V7A1.5 1.5 0 0 1 5 5.5M4 7.5l8 6 8-6',
  duda: 'M9 9.2a3 3 0 1 1 4.3 2.7c-.9.45-1.3 1.1-1.3 2.1M12 17.5v.1',
  deshacer: 'M8.5 5 4 9.5 8.5 14M4 9.5h9.5a5.25 5.25 0 0 1 0 10.5H9.5',
  rehacer: 'M15.5 5 20 9.5 15.5 14M20 9.5h-9.5a5.25 5.25 0 0 0 0 10.5h4',
  lapiz: 'M4.5 19.5 5.6 15 15.5 5.1a1.4 1.4 0 0 1 2 0l1.4 1.4a1.4 1.4 0 0 1 0 2L9 18.4zM13.5 7.1l3.4 3.4',
  lista: 'M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5h.1M4.5 12h.1M4.5 17.5h.1',
  mas: 'M5.5 12.6a.6.6 0 1 0 0-1.2.6.6 0 0 0 0 1.2M12 12.6a.6.6 0 1 0 0-1.2.6.6 0 0 0 0 1.2M18.5 12.6a.6.6 0 1 0 0-1.2.6.6 0 0 0 0 1.2',
} as const

export type NombreIcono = keyof typeof TRAZOS

/** `tamano` in CSS pixels. */
export function Icono({ nombre, tamano = 18 }: { nombre: NombreIcono; tamano?: number }) {
  return (
    <svg viewBox="0 0 24 24" width={tamano} height={tamano} fill="none" stroke="currentColor" strokeWidth={1.75} strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false">
      <path d={TRAZOS[nombre]} />
    </svg>
  )
}

/** The product's mark, as in its icon (build/icon.svg): a bridge between a sheet of cells and the far bank. */
export function Marca({ tamano = 28 }: { tamano?: number }) {
  return (
    <svg viewBox="16 16 480 480" width={tamano} height={tamano} aria-hidden="true" focusable="false" className="marca">
      <rect x="16" y="16" width="480" height="480" rx="108" className="marca-fondo" />
      <path d="M16 340v48a108 108 0 0 0 108 108h264a108 108 0 0 0 108-108v-48z" className="marca-agua" />
      <rect x="104" y="116" width="136" height="136" rx="14" className="marca-claro" />
      <path d="M104 162h136M104 207h136M150 116v136M195 116v136" className="marca-linea" />
      <circle cx="348" cy="184" r="62" className="marca-orilla" />
      <path d="M318 185l22 22 40-44" className="marca-visto" />
      <path d="M68 288h376a14 14 0 0 1 14 14v8a14 14 0 0 1-14 14h-4v96h-28v-25a71 71 0 0 0-142 0v25h-28v-25a71 71 0 0 0-142 0v25H72v-96h-4a14 14 0 0 1-14-14v-8a14 14 0 0 1 14-14z" className="marca-claro" />
    </svg>
  )
}
