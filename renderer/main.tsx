import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
// Before the screens, so that a screen may refine what these decide.
import './estilos/tokens.css'
import './estilos/base.css'
import './estilos/controles.css'
import './estilos/componentes.css'
import './estilos/armazon.css'
import './estilos/pantallas.css'
import { Aplicacion } from './armazon/aplicacion.tsx'

const raiz = document.getElementById('raiz')
if (raiz) createRoot(raiz).render(<StrictMode><Aplicacion /></StrictMode>)
