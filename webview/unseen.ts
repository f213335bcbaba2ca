import type { DrawingViewer } from './drawing-services.ts';

/**
 * Makes a change while the browser need not lay out the picture: cmmn-js measures each text that it draws, and each time all
 * that has changed until then would be laid out.
 */
export function unseen<T>(viewer: DrawingViewer, change: () => T): T {
  const { style } = viewer.get('canvas').getContainer();
  style.setProperty('content-visibility', 'hidden');
  try {
    return change();
  } finally {
    style.removeProperty('content-visibility');
  }
}
