// @ts-check
// The session on the server that trains what the page shows.
import { post } from './site.js';
/** @import { Begun, Command, Frame, Setup } from './wire.js' */

const PATH = '/playground/sessions';

/** @param {{ begun: (answer: Begun) => void, frame: (frame: Frame) => void, ended: () => void }} on  told what the server says */
export function session(on) {
  /** @type {EventSource | null} */
  let stream = null;
  let id = '', attempt = 0;

  function close() {
    attempt++;
    stream?.close();
    stream = null;
  }

  /** @param {Partial<Command>} what */
  async function command(what) {
    if (stream) {
      await post(`${PATH}/${id}/command`, what);
    }
  }

  /** @param {() => boolean} isWanted  false once another session has begun */
  function listen(isWanted) {
    const events = stream = new EventSource(`${PATH}/${id}/events`);
    events.onmessage = message => isWanted() && on.frame(JSON.parse(message.data));
    events.onerror = () => {
      if (isWanted() && events.readyState === EventSource.CLOSED) {
        close();
        on.ended();
      }
    };
  }

  return {
    close, command,
    isOpen: () => stream !== null,
    /** Begins anew, in place of what was. @param {Setup} setup @param {boolean} run  whether it shall run at once */
    async begin(setup, run) {
      close();
      const mine = attempt, isWanted = () => mine === attempt;
      try {
        const answer = await post(PATH, setup);
        if (isWanted()) {
          id = answer.id;
          on.begun(answer);
          listen(isWanted);
          await (run ? command({ do: 'run' }) : null);
        }
      } catch (error) {
        // What nobody waits for any more fails unseen.
        if (isWanted()) {
          throw error;
        }
      }
    },
  };
}
