/** Limits of the service that the desk tells before anything is sent. */

export const FILE_BYTES_MAX = 25 * 1024 * 1024;

/** Initiatives that one plan orders. */
export const ORDERS_MAX = 60;
