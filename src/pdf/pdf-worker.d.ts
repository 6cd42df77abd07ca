/** The parsing half of pdf.js, which comes without types. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: {
    /** Listens at the port for what a `PDFWorker` at its other end asks. */
    initializeFromPort(port: unknown): void;
  };
}
